-- At most one version of a model is current.
CREATE UNIQUE INDEX UX_rec_Model_Current ON rec.Model (Name) WHERE State = 'Current';
