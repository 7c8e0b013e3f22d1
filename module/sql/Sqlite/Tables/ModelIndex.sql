-- At most one version of a model is current.
CREATE UNIQUE INDEX IF NOT EXISTS rec_Model_Current ON rec_Model (Name) WHERE State = 'Current';
