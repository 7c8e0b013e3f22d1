-- What a training loop measured after each step; tables made since version 3 have it.
ALTER TABLE rec.TrainingStep ADD Metric varchar(64) NULL, Validation float NULL;
