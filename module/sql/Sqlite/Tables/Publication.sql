-- The versioned tables of each run; registered before they are made, so that a dead run leaves nothing unknown.
CREATE TABLE IF NOT EXISTS rec_Publication
(
    RunId      INTEGER NOT NULL REFERENCES rec_Run (RunId),
    ModelName  TEXT    NOT NULL COLLATE NOCASE,
    ResultName TEXT    NOT NULL,
    ViewName   TEXT    NOT NULL,
    TableName  TEXT    NOT NULL UNIQUE,
    ColumnList TEXT    NOT NULL,
    RowsLoaded INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (RunId, ResultName)
) WITHOUT ROWID;
