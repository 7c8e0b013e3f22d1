-- Input rows that a run set aside, counted by reason, with an example.
CREATE TABLE IF NOT EXISTS rec_RejectedRow
(
    RunId   INTEGER NOT NULL REFERENCES rec_Run (RunId),
    Reason  TEXT    NOT NULL,
    Count   INTEGER NOT NULL,
    Example TEXT    NOT NULL,
    PRIMARY KEY (RunId, Reason)
) WITHOUT ROWID;
