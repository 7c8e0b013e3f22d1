-- One row a run: written when it starts, closed when it ends.
CREATE TABLE IF NOT EXISTS rec_Run
(
    RunId        INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    ModelName    TEXT    NOT NULL COLLATE NOCASE,
    Algorithm    TEXT    NOT NULL,
    Status       TEXT    NOT NULL CHECK (Status IN ('Running', 'Succeeded', 'Failed', 'Cancelled', 'Rejected')),
    Options      TEXT    NULL,
    StartedAt    TEXT    NOT NULL,
    EndedAt      TEXT    NULL,
    RowsRead     INTEGER NOT NULL DEFAULT 0,
    RowsRejected INTEGER NOT NULL DEFAULT 0,
    RowsWritten  INTEGER NOT NULL DEFAULT 0,
    Host         TEXT    NOT NULL,
    Version      TEXT    NOT NULL,
    InputHash    TEXT    NULL,
    ResultHash   TEXT    NULL,
    ErrorId      TEXT    NULL,
    ErrorMessage TEXT    NULL
);
