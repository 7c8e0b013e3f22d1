INSERT INTO {Destination} ({Columns}) SELECT {Columns} FROM {Table};
