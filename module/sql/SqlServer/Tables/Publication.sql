-- The versioned tables of each run; registered before they are made, so that a dead run leaves nothing unknown.
CREATE TABLE rec.Publication
(
    RunId      bigint        NOT NULL CONSTRAINT FK_rec_Publication_Run REFERENCES rec.Run (RunId),
    ModelName  nvarchar(128) NOT NULL,
    ResultName varchar(64)   NOT NULL,
    ViewName   sysname       NOT NULL,
    TableName  sysname       NOT NULL CONSTRAINT UQ_rec_Publication_TableName UNIQUE,
    ColumnList nvarchar(max) NOT NULL,
    RowsLoaded bigint        NOT NULL CONSTRAINT DF_rec_Publication_RowsLoaded DEFAULT (0),
    CONSTRAINT PK_rec_Publication PRIMARY KEY (RunId, ResultName)
);
