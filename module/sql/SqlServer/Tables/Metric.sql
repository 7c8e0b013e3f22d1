-- Qualities that a run measured, with 95 % bounds.
CREATE TABLE rec.Metric
(
    RunId bigint      NOT NULL CONSTRAINT FK_rec_Metric_Run REFERENCES rec.Run (RunId),
    Split varchar(64) NOT NULL,
    Name  varchar(64) NOT NULL,
    K     int         NULL,
    Value float       NOT NULL,
    Lower float       NULL,
    Upper float       NULL
);
