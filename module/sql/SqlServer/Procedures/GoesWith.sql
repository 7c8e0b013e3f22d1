-- What goes with the items of a basket, by the rules of a model of AssociationRules; the surest first, items of the basket left out.
--   EXEC rec.GoesWith @ModelName = N'Gifts', @Items = N'["22697", "22423"]', @Top = 5;
-- Who runs it needs EXECUTE on it and SELECT on rec.<Model>_GoesWith, as its query is made when it runs; rec_reader has both.
CREATE OR ALTER PROCEDURE rec.GoesWith
    @ModelName nvarchar(128) = NULL,
    @Items     nvarchar(max) = NULL,
    @Top       int           = 10,
    @Help      bit           = 0
AS
BEGIN
    SET NOCOUNT ON;
    IF @Help = 1 OR @ModelName IS NULL OR @Items IS NULL
    BEGIN
        PRINT N'rec.GoesWith says what goes with the items of a basket, by the rules of a model.';
        PRINT N'  @ModelName  name of a model that Invoke-RecTraining -Algorithm AssociationRules has published';
        PRINT N'  @Items      the basket as a JSON array of item ids, such as N''[1, 2]'' or N''["milk", "bread"]''';
        PRINT N'  @Top        how many items at most; 10 if not given';
        PRINT N'Columns: Rank, ItemId, Confidence, Lift, Count (baskets in which the rule held), RuleId (of the surest rule, see rec.<Model>_Rule).';
        RETURN 0;
    END;

    IF @Top IS NULL OR @Top < 1
    BEGIN
        THROW 50401, N'@Top must be a number of items, 1 or more.', 1;
    END;

    DECLARE @View nvarchar(300) = N'rec.' + QUOTENAME(@ModelName + N'_GoesWith');
    IF OBJECT_ID(@View, N'V') IS NULL
    BEGIN
        DECLARE @NoModel nvarchar(600) = CONCAT(
            N'There are no published rules of a model ''', @ModelName, N''', or you may not read them. Train it with -Algorithm AssociationRules, or ask for SELECT on ', @View, N'.');
        THROW 50404, @NoModel, 1;
    END;

    -- JSON may begin with tabs and line breaks as well as with blanks.
    DECLARE @Start nchar(1) = LEFT(LTRIM(REPLACE(REPLACE(REPLACE(@Items, NCHAR(9), N' '), NCHAR(10), N' '), NCHAR(13), N' ')), 1);
    IF ISJSON(@Items) = 0 OR @Start <> N'['
    BEGIN
        THROW 50400, N'@Items must be a JSON array of item ids, such as N''["milk", "bread"]''.', 1;
    END;

    -- The basket takes on the type and the collation of the items, so that an index finds them.
    DECLARE @Sql nvarchar(max) = N'
SELECT TOP (0) ItemId INTO #Basket FROM ' + @View + N';
BEGIN TRY
    INSERT INTO #Basket (ItemId) SELECT DISTINCT [value] FROM OPENJSON(@Items) WHERE [value] IS NOT NULL;
END TRY
BEGIN CATCH
    DECLARE @NoIds nvarchar(2048) = CONCAT(N''@Items holds what is no id of an item of this model. '', ERROR_MESSAGE());
    THROW 50402, @NoIds, 1;
END CATCH;
WITH Met AS
(
    SELECT g.RuleId, g.GoesWithItemId, g.[Count], g.Confidence, g.Lift
    FROM ' + @View + N' AS g
    WHERE g.ItemId IN (SELECT b.ItemId FROM #Basket AS b)
    GROUP BY g.RuleId, g.GoesWithItemId, g.AntecedentSize, g.[Count], g.Confidence, g.Lift
    HAVING COUNT(*) = g.AntecedentSize
),
Best AS
(
    SELECT m.RuleId, m.GoesWithItemId, m.[Count], m.Confidence, m.Lift, ROW_NUMBER() OVER (PARTITION BY m.GoesWithItemId ORDER BY m.RuleId) AS Place
    FROM Met AS m
    WHERE NOT EXISTS (SELECT 1 FROM #Basket AS b WHERE b.ItemId = m.GoesWithItemId)
)
SELECT TOP (@Top) ROW_NUMBER() OVER (ORDER BY b.RuleId) AS [Rank], b.GoesWithItemId AS ItemId, b.Confidence, b.Lift, b.[Count], b.RuleId
FROM Best AS b
WHERE b.Place = 1
ORDER BY b.RuleId;';
    EXEC sys.sp_executesql @Sql, N'@Items nvarchar(max), @Top int', @Items = @Items, @Top = @Top;
    RETURN 0;
END;
