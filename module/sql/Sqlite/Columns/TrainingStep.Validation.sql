-- What a training loop measured after each step; tables made since version 3 have it.
ALTER TABLE rec_TrainingStep ADD COLUMN Metric TEXT NULL;
ALTER TABLE rec_TrainingStep ADD COLUMN Validation REAL NULL;
