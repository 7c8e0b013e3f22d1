-- Which numbered steps of the toolkit's schema this database has.
CREATE TABLE rec.SchemaVersion
(
    Version     int          NOT NULL CONSTRAINT PK_rec_SchemaVersion PRIMARY KEY,
    InstalledAt datetime2(3) NOT NULL
);
