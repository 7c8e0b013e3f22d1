-- Qualities that a run measured, with 95 % bounds.
CREATE TABLE IF NOT EXISTS rec_Metric
(
    RunId INTEGER NOT NULL REFERENCES rec_Run (RunId),
    Split TEXT    NOT NULL,
    Name  TEXT    NOT NULL,
    K     INTEGER NULL,
    Value REAL    NOT NULL,
    Lower REAL    NULL,
    Upper REAL    NULL
);
