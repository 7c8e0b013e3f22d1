-- Which numbered step of the toolkit's tables this file has.
CREATE TABLE IF NOT EXISTS rec_SchemaVersion
(
    Version     INTEGER NOT NULL PRIMARY KEY,
    InstalledAt TEXT    NOT NULL
);
