DELETE FROM {Destination} WHERE {Key} IN (SELECT {Key} FROM {Table});
