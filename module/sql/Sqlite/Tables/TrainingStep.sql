-- The loss after each sweep or epoch of a run's training loop.
CREATE TABLE IF NOT EXISTS rec_TrainingStep
(
    RunId   INTEGER NOT NULL REFERENCES rec_Run (RunId),
    Step    INTEGER NOT NULL,
    Loss    REAL    NOT NULL,
    Seconds REAL    NOT NULL,
    PRIMARY KEY (RunId, Step)
) WITHOUT ROWID;
