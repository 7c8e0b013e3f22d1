SELECT Step, Loss, Seconds FROM {rec}TrainingStep WHERE RunId = @RunId ORDER BY Step;
