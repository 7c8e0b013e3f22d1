DROP PROCEDURE IF EXISTS rec.LatestMetric;
DROP PROCEDURE IF EXISTS rec.ModelHistory;
DROP PROCEDURE IF EXISTS rec.SimilarItem;
DROP PROCEDURE IF EXISTS rec.Recommend;
DROP PROCEDURE IF EXISTS rec.GoesWith;
DROP FUNCTION IF EXISTS rec.IdParameter;
DROP FUNCTION IF EXISTS rec.MetricsOf;
DROP FUNCTION IF EXISTS rec.MetricHistory;
DROP FUNCTION IF EXISTS rec.RunsOf;
DROP TABLE IF EXISTS rec.Publication;
DROP TABLE IF EXISTS rec.Model;
DROP TABLE IF EXISTS rec.RejectedRow;
DROP TABLE IF EXISTS rec.TrainingStep;
DROP TABLE IF EXISTS rec.Metric;
DROP TABLE IF EXISTS rec.Run;
DROP TABLE IF EXISTS rec.SchemaVersion;
-- Objects that somebody else has put into the schema keep it alive.
IF SCHEMA_ID(N'rec') IS NOT NULL AND NOT EXISTS (SELECT 1 FROM sys.objects WHERE schema_id = SCHEMA_ID(N'rec'))
    EXEC (N'DROP SCHEMA rec;');
-- Roles that stay keep no right. A T-SQL compatible server may not know these, nor parse them.
IF SERVERPROPERTY(N'Babelfish') IS NULL
BEGIN
    IF DATABASE_PRINCIPAL_ID(N'rec_trainer') IS NOT NULL
        EXEC (N'REVOKE CREATE TABLE FROM rec_trainer; REVOKE CREATE VIEW FROM rec_trainer;');
    IF SCHEMA_ID(N'rec') IS NOT NULL AND DATABASE_PRINCIPAL_ID(N'rec_trainer') IS NOT NULL
        EXEC (N'REVOKE SELECT, INSERT, UPDATE, DELETE, EXECUTE, ALTER ON SCHEMA::rec FROM rec_trainer CASCADE;');
    IF EXISTS (SELECT 1 FROM sys.schemas WHERE name = N'rec' AND principal_id = DATABASE_PRINCIPAL_ID(N'rec_admin'))
        EXEC (N'ALTER AUTHORIZATION ON SCHEMA::rec TO dbo;');
END;
-- Whom somebody has made a member stays one; rec_admin, a member of the other two, goes first.
IF EXISTS (SELECT 1 FROM sys.database_role_members WHERE role_principal_id = DATABASE_PRINCIPAL_ID(N'rec_admin'))
    PRINT N'The role rec_admin has members and is left, with rec_reader and rec_trainer, to which it belongs.';
ELSE
    DROP ROLE IF EXISTS rec_admin;
IF EXISTS (SELECT 1 FROM sys.database_role_members WHERE role_principal_id = DATABASE_PRINCIPAL_ID(N'rec_trainer'))
    PRINT N'The role rec_trainer has members and is left.';
ELSE
    DROP ROLE IF EXISTS rec_trainer;
IF EXISTS (SELECT 1 FROM sys.database_role_members WHERE role_principal_id = DATABASE_PRINCIPAL_ID(N'rec_reader'))
    PRINT N'The role rec_reader has members and is left.';
ELSE
    DROP ROLE IF EXISTS rec_reader;
