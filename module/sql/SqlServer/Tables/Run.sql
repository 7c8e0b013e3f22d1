-- One row a run: written when it starts, closed when it ends.
CREATE TABLE rec.Run
(
    RunId        bigint         NOT NULL IDENTITY (1, 1) CONSTRAINT PK_rec_Run PRIMARY KEY,
    ModelName    nvarchar(128)  NOT NULL,
    Algorithm    varchar(64)    NOT NULL,
    Status       varchar(16)    NOT NULL CONSTRAINT CK_rec_Run_Status CHECK (Status IN ('Running', 'Succeeded', 'Failed', 'Cancelled', 'Rejected')),
    Options      nvarchar(max)  NULL,
    StartedAt    datetime2(3)   NOT NULL,
    EndedAt      datetime2(3)   NULL,
    RowsRead     bigint         NOT NULL CONSTRAINT DF_rec_Run_RowsRead DEFAULT (0),
    RowsRejected bigint         NOT NULL CONSTRAINT DF_rec_Run_RowsRejected DEFAULT (0),
    RowsWritten  bigint         NOT NULL CONSTRAINT DF_rec_Run_RowsWritten DEFAULT (0),
    Host         nvarchar(256)  NOT NULL,
    Version      varchar(64)    NOT NULL,
    InputHash    char(64)       NULL,
    ResultHash   char(64)       NULL,
    ErrorId      varchar(128)   NULL,
    ErrorMessage nvarchar(max)  NULL
);
