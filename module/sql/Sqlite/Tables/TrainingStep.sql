-- The loss after each sweep or epoch of a run's training loop, and what it measured on rows held back.
CREATE TABLE IF NOT EXISTS rec_TrainingStep
(
    RunId      INTEGER NOT NULL REFERENCES rec_Run (RunId),
    Step       INTEGER NOT NULL,
    Loss       REAL    NOT NULL,
    Seconds    REAL    NOT NULL,
    Metric     TEXT    NULL,
    Validation REAL    NULL,
    PRIMARY KEY (RunId, Step)
) WITHOUT ROWID;
