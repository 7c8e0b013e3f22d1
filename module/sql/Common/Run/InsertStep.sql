INSERT INTO {rec}TrainingStep (RunId, Step, Loss, Seconds, Metric, Validation) VALUES (@RunId, @Step, @Loss, @Seconds, @Metric, @Validation);
