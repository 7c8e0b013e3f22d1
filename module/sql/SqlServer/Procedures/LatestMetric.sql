-- What the last run of a model that succeeded has measured.
--   EXEC rec.LatestMetric @ModelName = N'Shop';
CREATE OR ALTER PROCEDURE rec.LatestMetric
    @ModelName nvarchar(128) = NULL,
    @Help      bit           = 0
AS
BEGIN
    SET NOCOUNT ON;
    IF @Help = 1 OR @ModelName IS NULL
    BEGIN
        PRINT N'rec.LatestMetric lists what the last run of a model that succeeded has measured. A run of Publish-RecModel measures only what it changed; rec.MetricHistory has all runs.';
        PRINT N'  @ModelName  name of a model, as Invoke-RecTraining has it';
        PRINT N'Columns: RunId, MeasuredAt (UTC), Algorithm, Split, Name, K (NULL for metrics without a cut), Value, Lower and Upper (95 % bounds; NULL where there are none).';
        RETURN 0;
    END;

    IF NOT EXISTS (SELECT 1 FROM rec.RunsOf(@ModelName) AS r WHERE r.Status = 'Succeeded')
    BEGIN
        DECLARE @NoModel nvarchar(300) = CONCAT(N'No run of a model ''', @ModelName, N''' has succeeded. rec.ModelHistory lists its runs.');
        THROW 50404, @NoModel, 1;
    END;

    SELECT m.RunId, m.MeasuredAt, m.Algorithm, m.Split, m.Name, m.K, m.Value, m.Lower, m.Upper
    FROM rec.MetricsOf(@ModelName) AS m
    ORDER BY m.Split, m.Name, m.K;
    RETURN 0;
END;
