DELETE FROM {rec}Metric WHERE RunId IN (SELECT RunId FROM {rec}Run WHERE ModelName = @ModelName AND RunId < @Oldest AND Status <> 'Running'
    AND NOT EXISTS (SELECT 1 FROM {rec}Model AS m WHERE m.RunId = {rec}Run.RunId)
    AND NOT EXISTS (SELECT 1 FROM {rec}Publication AS p WHERE p.RunId = {rec}Run.RunId));
