-- What all runs of a model that came to their end have measured, with 95 % bounds.
--   SELECT h.MeasuredAt, h.Value FROM rec.MetricHistory(N'Shop') AS h WHERE h.Name = 'nDCG' AND h.K = 10 ORDER BY h.RunId;
CREATE OR ALTER FUNCTION rec.MetricHistory (@ModelName nvarchar(128))
RETURNS TABLE
AS
RETURN
(
    SELECT r.RunId, r.EndedAt AS MeasuredAt, r.Algorithm, m.Split, m.Name, m.K, m.Value, m.Lower, m.Upper
    FROM rec.Run AS r
    INNER JOIN rec.Metric AS m ON m.RunId = r.RunId
    WHERE r.ModelName = @ModelName AND r.Status = 'Succeeded'
);
