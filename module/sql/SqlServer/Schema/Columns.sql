-- What a SELECT would give: names, types with their lengths, collations. Works for tables, views and queries, here and in other databases.
EXEC sys.sp_describe_first_result_set @tsql = @Query, @params = @Parameters;
