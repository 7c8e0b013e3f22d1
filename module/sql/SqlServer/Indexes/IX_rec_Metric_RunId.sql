CREATE CLUSTERED INDEX IX_rec_Metric_RunId ON rec.Metric (RunId);
