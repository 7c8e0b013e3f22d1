-- Why no job can run programs here; NULL where one can. Editions: 4 Express, 5 Azure SQL Database, 6 and 11 Synapse, 8 managed instance, 9 Edge.
DECLARE @Missing nvarchar(200) = CASE
    WHEN CONVERT(int, SERVERPROPERTY(N'EngineEdition')) = 4 THEN N'Express editions of SQL Server have no Agent.'
    WHEN CONVERT(int, SERVERPROPERTY(N'EngineEdition')) = 8 THEN N'The Agent of a managed instance does not start programs.'
    WHEN CONVERT(int, SERVERPROPERTY(N'EngineEdition')) IN (5, 6, 9, 11) THEN N'This edition of SQL Server has no Agent.'
    WHEN SERVERPROPERTY(N'Babelfish') IS NOT NULL OR OBJECT_ID(N'msdb.dbo.sp_add_job') IS NULL THEN N'This server has no SQL Server Agent.'
END;
