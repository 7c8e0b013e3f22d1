-- The loss after each sweep or epoch of a run's training loop, and what it measured on rows held back.
CREATE TABLE rec.TrainingStep
(
    RunId      bigint      NOT NULL CONSTRAINT FK_rec_TrainingStep_Run REFERENCES rec.Run (RunId),
    Step       int         NOT NULL,
    Loss       float       NOT NULL,
    Seconds    float       NOT NULL,
    Metric     varchar(64) NULL,
    Validation float       NULL,
    CONSTRAINT PK_rec_TrainingStep PRIMARY KEY (RunId, Step)
);
