-- Fitted models, a few versions of each. Loading: being written; Current: in use; Previous: kept for undo; Undone: was current and was put aside.
CREATE TABLE rec.Model
(
    RunId     bigint         NOT NULL CONSTRAINT PK_rec_Model PRIMARY KEY CONSTRAINT FK_rec_Model_Run REFERENCES rec.Run (RunId),
    Name      nvarchar(128)  NOT NULL,
    Algorithm varchar(64)    NOT NULL,
    State     varchar(16)    NOT NULL CONSTRAINT CK_rec_Model_State CHECK (State IN ('Loading', 'Current', 'Previous', 'Undone')),
    CreatedAt datetime2(3)   NOT NULL,
    Format    int            NOT NULL,
    Sha256    char(64)       NOT NULL,
    Size      bigint         NOT NULL,
    Content   varbinary(max) NOT NULL
);
