INSERT INTO {rec}TrainingStep (RunId, Step, Loss, Seconds) VALUES (@RunId, @Step, @Loss, @Seconds);
