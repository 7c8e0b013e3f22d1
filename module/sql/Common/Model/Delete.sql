DELETE FROM {rec}Model WHERE RunId = @RunId;
