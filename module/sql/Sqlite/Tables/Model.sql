-- Fitted models, a few versions of each. Loading: being written; Current: in use; Previous: kept for undo; Undone: was current and was put aside.
CREATE TABLE IF NOT EXISTS rec_Model
(
    RunId     INTEGER NOT NULL PRIMARY KEY REFERENCES rec_Run (RunId),
    Name      TEXT    NOT NULL COLLATE NOCASE,
    Algorithm TEXT    NOT NULL,
    State     TEXT    NOT NULL CHECK (State IN ('Loading', 'Current', 'Previous', 'Undone')),
    CreatedAt TEXT    NOT NULL,
    Format    INTEGER NOT NULL,
    Sha256    TEXT    NOT NULL,
    Size      INTEGER NOT NULL,
    Content   BLOB    NOT NULL
);
