-- Jobs that train and publish.
CREATE ROLE rec_trainer;
