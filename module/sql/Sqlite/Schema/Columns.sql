SELECT name, type, "notnull" FROM pragma_table_info(@Name) ORDER BY cid;
