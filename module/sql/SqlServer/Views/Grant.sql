-- Readers may read what is published. Nothing is granted where it was granted or denied already: CREATE OR ALTER VIEW keeps both.
-- A trainer passes on what the role may pass on; whoever controls the view needs no role for it; who can neither publishes all the same.
DECLARE @Reader int = DATABASE_PRINCIPAL_ID(N'rec_reader');
DECLARE @View nvarchar(300) = N'rec.' + QUOTENAME(@Name);
DECLARE @As nvarchar(20) = CASE WHEN IS_ROLEMEMBER(N'rec_trainer') = 1 THEN N' AS rec_trainer' WHEN HAS_PERMS_BY_NAME(@View, N'OBJECT', N'CONTROL') = 1 THEN N'' END;
IF @Reader IS NOT NULL AND @As IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM sys.database_permissions WHERE class = 1 AND major_id = OBJECT_ID(@View) AND minor_id = 0 AND grantee_principal_id = @Reader AND type = 'SL')
BEGIN
    DECLARE @Grant nvarchar(400) = N'GRANT SELECT ON ' + @View + N' TO rec_reader' + @As + N';';
    EXEC (@Grant);
END;
