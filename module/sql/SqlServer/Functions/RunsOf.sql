-- The runs of a model. Options, host and texts of errors stay in rec.Run, for those who train.
--   SELECT TOP (1) r.RunId, r.Status, r.EndedAt FROM rec.RunsOf(N'Shop') AS r ORDER BY r.RunId DESC;
CREATE OR ALTER FUNCTION rec.RunsOf (@ModelName nvarchar(128))
RETURNS TABLE
AS
RETURN
(
    SELECT r.RunId, r.Algorithm, r.Status, CAST(CASE WHEN m.State = 'Current' THEN 1 ELSE 0 END AS bit) AS IsCurrent, r.StartedAt, r.EndedAt,
           DATEDIFF(second, r.StartedAt, r.EndedAt) AS Seconds, r.RowsRead, r.RowsRejected, r.RowsWritten, r.Version, r.ErrorId
    FROM rec.Run AS r
    LEFT JOIN rec.Model AS m ON m.RunId = r.RunId
    WHERE r.ModelName = @ModelName
);
