-- The last runs of a model, newest first: when, with what outcome, how many rows, and which one readers see.
--   EXEC rec.ModelHistory @ModelName = N'Shop', @Last = 7;
CREATE OR ALTER PROCEDURE rec.ModelHistory
    @ModelName nvarchar(128) = NULL,
    @Last      int           = 10,
    @Help      bit           = 0
AS
BEGIN
    SET NOCOUNT ON;
    IF @Help = 1 OR @ModelName IS NULL
    BEGIN
        PRINT N'rec.ModelHistory lists the last runs of a model, newest first.';
        PRINT N'  @ModelName  name of a model, as Invoke-RecTraining has it';
        PRINT N'  @Last       how many runs at most; 10 if not given';
        PRINT N'Columns: RunId, Algorithm, Status, IsCurrent (1: readers see this one), StartedAt and EndedAt (UTC), Seconds, RowsRead, RowsRejected, RowsWritten, Version, ErrorId.';
        RETURN 0;
    END;

    IF @Last IS NULL OR @Last < 1
    BEGIN
        THROW 50401, N'@Last must be a number of runs, 1 or more.', 1;
    END;

    IF NOT EXISTS (SELECT 1 FROM rec.RunsOf(@ModelName) AS r)
    BEGIN
        DECLARE @NoModel nvarchar(300) = CONCAT(N'There is no run of a model ''', @ModelName, N'''. Get-RecRun lists all there are.');
        THROW 50404, @NoModel, 1;
    END;

    SELECT TOP (@Last) r.RunId, r.Algorithm, r.Status, r.IsCurrent, r.StartedAt, r.EndedAt, r.Seconds, r.RowsRead, r.RowsRejected, r.RowsWritten, r.Version, r.ErrorId
    FROM rec.RunsOf(@ModelName) AS r
    ORDER BY r.RunId DESC;
    RETURN 0;
END;
