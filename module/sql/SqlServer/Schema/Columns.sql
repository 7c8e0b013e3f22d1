-- What a SELECT would give: names, types with their lengths, collations. Works for tables, views and queries, here and in other databases.
SELECT name, system_type_name, collation_name, is_nullable, error_message
FROM sys.dm_exec_describe_first_result_set(@Query, NULL, 0)
ORDER BY column_ordinal;
