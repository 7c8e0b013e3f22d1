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
-- A T-SQL compatible server may not know these rights, nor drop a role that has rights on anything: there the roles stay.
IF SERVERPROPERTY(N'Babelfish') IS NOT NULL
BEGIN
    IF SCHEMA_ID(N'rec') IS NOT NULL AND DATABASE_PRINCIPAL_ID(N'rec_trainer') IS NOT NULL
        EXEC (N'REVOKE SELECT, INSERT, UPDATE, DELETE, EXECUTE ON SCHEMA::rec FROM rec_trainer;');
    PRINT N'The roles rec_reader, rec_trainer and rec_admin are left; drop them once they have no rights on anything else.';
END
ELSE
BEGIN
    -- Trainers keep no right, even where the role stays.
    IF DATABASE_PRINCIPAL_ID(N'rec_trainer') IS NOT NULL
        EXEC (N'REVOKE CREATE TABLE FROM rec_trainer; REVOKE CREATE VIEW FROM rec_trainer;');
    IF DATABASE_PRINCIPAL_ID(N'rec_trainer') IS NOT NULL AND DATABASE_PRINCIPAL_ID(N'rec_reader') IS NOT NULL
        EXEC (N'REVOKE VIEW DEFINITION ON ROLE::rec_reader FROM rec_trainer;');
    IF SCHEMA_ID(N'rec') IS NOT NULL AND DATABASE_PRINCIPAL_ID(N'rec_trainer') IS NOT NULL
        EXEC (N'REVOKE SELECT, INSERT, UPDATE, DELETE, EXECUTE, ALTER ON SCHEMA::rec FROM rec_trainer CASCADE;');

    -- Whom somebody has made a member stays one; rec_admin, a member of the other two, goes first. A schema that stays keeps its owner: another would cost
    -- what is in it all rights that were given on it.
    IF EXISTS (SELECT 1 FROM sys.schemas WHERE principal_id = DATABASE_PRINCIPAL_ID(N'rec_admin'))
        OR EXISTS (SELECT 1 FROM sys.database_role_members WHERE role_principal_id = DATABASE_PRINCIPAL_ID(N'rec_admin'))
        PRINT N'The role rec_admin has members, or owns what others have put into the schema rec, and is left, with rec_reader and rec_trainer, to which it belongs.';
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
END;
