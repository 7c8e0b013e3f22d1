CREATE INDEX IX_rec_Run_ModelName ON rec.Run (ModelName, RunId);
