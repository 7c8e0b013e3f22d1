INSERT INTO {Table} ({Columns}) SELECT {Columns} FROM {View} WHERE {Key} NOT IN (SELECT {Key} FROM {Dropped});
