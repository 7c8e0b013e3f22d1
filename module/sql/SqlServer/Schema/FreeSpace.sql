-- Bytes that the data files can still take; NULL where a file may grow as far as its disk lets it, which not every login may ask after.
SELECT CASE WHEN MAX(f.Unbounded) = 1 THEN NULL ELSE SUM(f.Pages) * 8192 END
FROM
(
    SELECT CASE WHEN growth <> 0 AND max_size IN (-1, 268435456) THEN 1 ELSE 0 END AS Unbounded,
        CONVERT(bigint, CASE WHEN growth = 0 OR max_size < size THEN size ELSE max_size END) - CONVERT(bigint, FILEPROPERTY(name, N'SpaceUsed')) AS Pages
    FROM sys.database_files
    WHERE type = 0
) AS f;
