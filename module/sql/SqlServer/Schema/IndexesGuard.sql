IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE name = N'{Name}')
