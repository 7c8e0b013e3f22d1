SELECT COUNT(*) FROM sqlite_master WHERE type IN ('table', 'view') AND name = @Name COLLATE NOCASE;
