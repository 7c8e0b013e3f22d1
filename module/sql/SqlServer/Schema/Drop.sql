DROP PROCEDURE IF EXISTS rec.GoesWith;
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
