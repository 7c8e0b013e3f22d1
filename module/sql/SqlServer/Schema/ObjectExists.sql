SELECT COUNT(*) FROM sys.objects WHERE schema_id = SCHEMA_ID(N'rec') AND name = @Name;
