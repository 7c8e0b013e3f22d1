INSERT INTO rec_SchemaVersion (Version, InstalledAt) SELECT {Version}, datetime('now') WHERE NOT EXISTS (SELECT 1 FROM rec_SchemaVersion WHERE Version = {Version});
