-- What was recorded of old runs, but for those of versions that are kept.
DELETE FROM {Table} WHERE RunId IN
(
    SELECT r.RunId FROM {rec}Run AS r
    WHERE r.ModelName = @ModelName AND r.RunId < @Oldest AND r.Status <> 'Running'
        AND NOT EXISTS (SELECT 1 FROM {rec}Model AS m WHERE m.RunId = r.RunId)
        AND NOT EXISTS (SELECT 1 FROM {rec}Publication AS p WHERE p.RunId = r.RunId)
);
