-- The items most like one, by a published model; the most similar first.
--   EXEC rec.SimilarItem @ModelName = N'Shop', @ItemId = 22697, @Top = 5;
-- Who runs it needs EXECUTE on it and SELECT on rec.<Model>_SimilarItem, as its query is made when it runs; rec_reader has both.
CREATE OR ALTER PROCEDURE rec.SimilarItem
    @ModelName nvarchar(128)  = NULL,
    @ItemId    nvarchar(4000) = NULL,
    @Top       int            = 10,
    @Help      bit            = 0
AS
BEGIN
    SET NOCOUNT ON;
    IF @Help = 1 OR @ModelName IS NULL OR @ItemId IS NULL
    BEGIN
        PRINT N'rec.SimilarItem says which items are most like one, by a published model.';
        PRINT N'  @ModelName  name of a model that Invoke-RecTraining has published with similar items';
        PRINT N'  @ItemId     the item, as a value of any type of id or as text';
        PRINT N'  @Top        how many items at most; 10 if not given, and never more than were published (-SimilarTop of Invoke-RecTraining)';
        PRINT N'Columns: Rank, SimilarItemId, Score. An item that the model does not know, or that is like no other, has none.';
        RETURN 0;
    END;

    IF @Top IS NULL OR @Top < 1
    BEGIN
        THROW 50401, N'@Top must be a number of items, 1 or more.', 1;
    END;

    DECLARE @View nvarchar(300) = N'rec.' + QUOTENAME(@ModelName + N'_SimilarItem');
    IF OBJECT_ID(@View, N'V') IS NULL
    BEGIN
        DECLARE @NoModel nvarchar(900) = CONCAT(
            N'There are no published similar items of a model ''', @ModelName, N''', or you may not read them. Train an algorithm that compares items, with -SimilarTop above 0, or ask for the role rec_reader or SELECT on ', @View, N'.');
        THROW 50404, @NoModel, 1;
    END;

    DECLARE @Parameter nvarchar(40) = rec.IdParameter(@View, N'ItemId', @ItemId);
    IF @Parameter IS NULL
    BEGIN
        DECLARE @NoItem nvarchar(600) = CONCAT(N'''', LEFT(@ItemId, 100), N''' is no id of an item of the model ''', @ModelName, N''': give one of the type of the column ItemId of ', @View, N'.');
        THROW 50402, @NoItem, 1;
    END;

    DECLARE @Sql nvarchar(max) = N'
SELECT TOP (@Top) s.[Rank], s.SimilarItemId, s.Score
FROM ' + @View + N' AS s
WHERE s.ItemId = @ItemId
ORDER BY s.[Rank];';
    DECLARE @Parameters nvarchar(100) = N'@ItemId ' + @Parameter + N', @Top int';
    EXEC sys.sp_executesql @Sql, @Parameters, @ItemId = @ItemId, @Top = @Top;
    RETURN 0;
END;
