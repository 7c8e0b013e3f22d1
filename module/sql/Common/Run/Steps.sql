SELECT Step, Loss, Seconds, Metric, Validation FROM {rec}TrainingStep WHERE RunId = @RunId ORDER BY Step;
