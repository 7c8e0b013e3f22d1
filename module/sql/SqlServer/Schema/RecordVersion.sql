INSERT INTO rec.SchemaVersion (Version, InstalledAt) SELECT {Version}, SYSUTCDATETIME() WHERE NOT EXISTS (SELECT 1 FROM rec.SchemaVersion WHERE Version = {Version});
