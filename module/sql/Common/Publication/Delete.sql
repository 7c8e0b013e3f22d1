DELETE FROM {rec}Publication WHERE RunId = @RunId AND ResultName = @ResultName;
