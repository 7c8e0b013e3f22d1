-- Bytes free within the data files, and whether one of them may grow.
SELECT SUM(CONVERT(bigint, size) - CONVERT(bigint, FILEPROPERTY(name, N'SpaceUsed'))) * 8192,
    MAX(CASE WHEN growth > 0 AND (max_size = -1 OR max_size > size) THEN 1 ELSE 0 END)
FROM sys.database_files WHERE type = 0;
