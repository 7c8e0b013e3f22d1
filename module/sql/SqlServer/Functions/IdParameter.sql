-- How to declare a parameter for an id that came as text, so that comparing it with a column of a view converts no column and an index finds it; NULL where
-- the text cannot be an id of that column. The test comes before the conversion, as blanks count as 0 there, and what follows a uniqueidentifier not at all.
CREATE OR ALTER FUNCTION rec.IdParameter (@View nvarchar(300), @Column sysname, @Id nvarchar(4000))
RETURNS nvarchar(40)
AS
BEGIN
    DECLARE @Type sysname = (SELECT TYPE_NAME(c.system_type_id) FROM sys.columns AS c WHERE c.object_id = OBJECT_ID(@View, N'V') AND c.name = @Column);
    DECLARE @IsWhole bit = CASE WHEN LTRIM(RTRIM(@Id)) LIKE N'%[0-9]%' AND LTRIM(RTRIM(@Id)) NOT LIKE N'%[^-+0-9]%' THEN 1 ELSE 0 END;
    RETURN CASE
        WHEN @Id IS NULL OR @Type IN (N'nchar', N'nvarchar') THEN N'nvarchar(4000)'
        -- Letters that the code page lacks would become others.
        WHEN @Type IN (N'char', N'varchar') THEN CASE WHEN CONVERT(nvarchar(4000), CONVERT(varchar(8000), @Id)) = @Id COLLATE Latin1_General_BIN2 THEN N'varchar(8000)' ELSE N'nvarchar(4000)' END
        WHEN @Type IN (N'tinyint', N'smallint', N'int', N'bigint') THEN CASE WHEN @IsWhole = 1 AND TRY_CONVERT(bigint, @Id) IS NOT NULL THEN N'bigint' END
        WHEN @Type IN (N'decimal', N'numeric') THEN CASE WHEN @IsWhole = 1 AND TRY_CONVERT(decimal(38, 0), @Id) IS NOT NULL THEN N'decimal(38, 0)' END
        WHEN @Type = N'uniqueidentifier' THEN CASE WHEN LEN(@Id) = 36 AND TRY_CONVERT(uniqueidentifier, @Id) IS NOT NULL THEN N'uniqueidentifier' END
        ELSE N'nvarchar(4000)'
    END;
END;
