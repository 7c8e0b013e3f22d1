SELECT r.RunId, r.ModelName, r.Algorithm, r.Status, r.Options, r.StartedAt, r.EndedAt, r.RowsRead, r.RowsRejected, r.RowsWritten,
       r.Host, r.Version, r.InputHash, r.ResultHash, r.ErrorId, r.ErrorMessage,
       CASE WHEN m.State = 'Current' THEN 1 ELSE 0 END AS IsCurrent
FROM {rec}Run AS r
LEFT JOIN {rec}Model AS m ON m.RunId = r.RunId
WHERE (@ModelName IS NULL OR r.ModelName LIKE @ModelName ESCAPE '\')
  AND (@RunId IS NULL OR r.RunId = @RunId)
ORDER BY r.RunId DESC
LIMIT @Last;
