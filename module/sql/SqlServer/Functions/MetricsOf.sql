-- What the last run of a model that succeeded has measured, with 95 % bounds.
--   SELECT n.Name, m.Value FROM (VALUES (N'Shop'), (N'Gifts')) AS n (Name) CROSS APPLY rec.MetricsOf(n.Name) AS m WHERE m.Name = 'nDCG' AND m.K = 10;
CREATE OR ALTER FUNCTION rec.MetricsOf (@ModelName nvarchar(128))
RETURNS TABLE
AS
RETURN
(
    SELECT h.RunId, h.MeasuredAt, h.Algorithm, h.Split, h.Name, h.K, h.Value, h.Lower, h.Upper
    FROM rec.MetricHistory(@ModelName) AS h
    WHERE h.RunId = (SELECT MAX(r.RunId) FROM rec.Run AS r WHERE r.ModelName = @ModelName AND r.Status = 'Succeeded')
);
