-- Input rows that a run set aside, counted by reason, with an example.
CREATE TABLE rec.RejectedRow
(
    RunId   bigint         NOT NULL CONSTRAINT FK_rec_RejectedRow_Run REFERENCES rec.Run (RunId),
    Reason  nvarchar(200)  NOT NULL,
    Count   bigint         NOT NULL,
    Example nvarchar(4000) NOT NULL,
    CONSTRAINT PK_rec_RejectedRow PRIMARY KEY (RunId, Reason)
);
