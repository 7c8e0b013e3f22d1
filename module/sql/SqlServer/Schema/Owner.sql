-- The schema belongs to rec_admin rather than to dbo: a trainer may make views in it, and through a view that dbo owns one reads all tables of dbo.
-- A T-SQL compatible server may not know such owners, nor parse the statement.
IF SERVERPROPERTY(N'Babelfish') IS NULL AND EXISTS (SELECT 1 FROM sys.schemas WHERE name = N'rec' AND principal_id = DATABASE_PRINCIPAL_ID(N'dbo'))
    EXEC (N'ALTER AUTHORIZATION ON SCHEMA::rec TO rec_admin;');
