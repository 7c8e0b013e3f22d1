SELECT RunId FROM {rec}Run WHERE ModelName = @ModelName ORDER BY RunId DESC;
