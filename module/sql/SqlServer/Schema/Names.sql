SELECT CONCAT(SCHEMA_NAME(schema_id), N'.', name) FROM sys.objects WHERE type IN ('U', 'V') AND is_ms_shipped = 0 ORDER BY 1;
