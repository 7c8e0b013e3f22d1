-- What a published model recommends to a user; to somebody who is not in its lists, what it recommends to those of whom it knows nothing.
--   EXEC rec.Recommend @ModelName = N'Shop', @UserId = 42, @Top = 5;
-- Who runs it needs EXECUTE on it and SELECT on rec.<Model>_Recommendation and rec.<Model>_Fallback, as its query is made when it runs; rec_reader has both.
CREATE OR ALTER PROCEDURE rec.Recommend
    @ModelName nvarchar(128)  = NULL,
    @UserId    nvarchar(4000) = NULL,
    @Top       int            = 10,
    @Help      bit            = 0
AS
BEGIN
    SET NOCOUNT ON;
    IF @Help = 1 OR @ModelName IS NULL
    BEGIN
        PRINT N'rec.Recommend says what a published model recommends to a user.';
        PRINT N'  @ModelName  name of a model that Invoke-RecTraining has published';
        PRINT N'  @UserId     the user, as a value of any type of id or as text; leave it out for what somebody unknown gets';
        PRINT N'  @Top        how many items at most; 10 if not given, and never more than were published (-Top of Invoke-RecTraining)';
        PRINT N'Columns: Rank, ItemId, Score, Reason, ReasonKind, IsFallback (1: the user has no list of recommendations, and gets what somebody unknown gets).';
        RETURN 0;
    END;

    IF @Top IS NULL OR @Top < 1
    BEGIN
        THROW 50401, N'@Top must be a number of items, 1 or more.', 1;
    END;

    DECLARE @View nvarchar(300) = N'rec.' + QUOTENAME(@ModelName + N'_Recommendation');
    IF OBJECT_ID(@View, N'V') IS NULL
    BEGIN
        DECLARE @NoModel nvarchar(900) = CONCAT(
            N'There are no published recommendations of a model ''', @ModelName, N''', or you may not read them. Train it with Invoke-RecTraining, or ask for the role rec_reader or SELECT on ', @View,
            N'. A model of rules that knows no customers answers to rec.GoesWith.');
        THROW 50404, @NoModel, 1;
    END;

    DECLARE @Parameter nvarchar(40) = rec.IdParameter(@View, N'UserId', @UserId);
    IF @Parameter IS NULL
    BEGIN
        DECLARE @NoUser nvarchar(600) = CONCAT(N'''', LEFT(@UserId, 100), N''' is no id of a user of the model ''', @ModelName, N''': give one of the type of the column UserId of ', @View, N'.');
        THROW 50402, @NoUser, 1;
    END;

    -- Published by a version that knew no such list.
    DECLARE @Fallback nvarchar(400) = N'rec.' + QUOTENAME(@ModelName + N'_Fallback');
    IF OBJECT_ID(@Fallback, N'V') IS NULL
    BEGIN
        SET @Fallback = N'(SELECT TOP (0) * FROM ' + @View + N')';
    END;

    DECLARE @Sql nvarchar(max) = N'
SELECT TOP (@Top) r.[Rank], r.ItemId, r.Score, r.Reason, r.ReasonKind, CAST(r.IsFallback AS bit) AS IsFallback
FROM
(
    SELECT o.[Rank], o.ItemId, o.Score, o.Reason, o.ReasonKind, 0 AS IsFallback
    FROM ' + @View + N' AS o
    WHERE o.UserId = @UserId
    UNION ALL
    SELECT f.[Rank], f.ItemId, f.Score, f.Reason, f.ReasonKind, 1
    FROM ' + @Fallback + N' AS f
    WHERE NOT EXISTS (SELECT 1 FROM ' + @View + N' AS u WHERE u.UserId = @UserId)
) AS r
ORDER BY r.[Rank];';
    DECLARE @Parameters nvarchar(100) = N'@UserId ' + @Parameter + N', @Top int';
    EXEC sys.sp_executesql @Sql, @Parameters, @UserId = @UserId, @Top = @Top;
    RETURN 0;
END;
