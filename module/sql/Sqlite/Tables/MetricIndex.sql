CREATE INDEX IF NOT EXISTS rec_Metric_RunId ON rec_Metric (RunId);
