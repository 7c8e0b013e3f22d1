-- What goes with the items of a basket, by the rules of a model of AssociationRules; the surest first, items of the basket left out.
--   EXEC rec.GoesWith @ModelName = N'Gifts', @Items = N'["22697", "22423"]', @Top = 5;
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

    DECLARE @View nvarchar(300) = N'rec.' + QUOTENAME(@ModelName + N'_GoesWith');
    IF OBJECT_ID(@View, N'V') IS NULL
    BEGIN
        DECLARE @NoModel nvarchar(400) = CONCAT(N'There are no published rules of a model ''', @ModelName, N'''. Train it with -Algorithm AssociationRules.');
        THROW 50404, @NoModel, 1;
    END;

    IF ISJSON(@Items) = 0 OR LEFT(LTRIM(@Items), 1) <> N'['
        THROW 50400, N'@Items must be a JSON array of item ids, such as N''["milk", "bread"]''.', 1;

    -- The basket takes on the type and the collation of the items, so that an index finds them.
    DECLARE @Sql nvarchar(max) = N'
SELECT TOP (0) ItemId INTO #Basket FROM ' + @View + N';
INSERT INTO #Basket (ItemId) SELECT DISTINCT [value] FROM OPENJSON(@Items) WHERE [value] IS NOT NULL;
WITH Met AS
(
    SELECT g.RuleId, g.GoesWithItemId, g.[Count], g.Confidence, g.Lift
    FROM ' + @View + N' AS g
    WHERE g.ItemId IN (SELECT ItemId FROM #Basket)
    GROUP BY g.RuleId, g.GoesWithItemId, g.AntecedentSize, g.[Count], g.Confidence, g.Lift
    HAVING COUNT(*) = g.AntecedentSize
),
Best AS
(
    SELECT *, ROW_NUMBER() OVER (PARTITION BY GoesWithItemId ORDER BY RuleId) AS Place
    FROM Met
    WHERE GoesWithItemId NOT IN (SELECT ItemId FROM #Basket)
)
SELECT TOP (@Top) ROW_NUMBER() OVER (ORDER BY RuleId) AS [Rank], GoesWithItemId AS ItemId, Confidence, Lift, [Count], RuleId
FROM Best
WHERE Place = 1
ORDER BY RuleId;';
    EXEC sys.sp_executesql @Sql, N'@Items nvarchar(max), @Top int', @Items = @Items, @Top = @Top;
    RETURN 0;
END;
