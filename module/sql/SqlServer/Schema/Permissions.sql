-- What a run needs and this login lacks.
SELECT n.Permission
FROM (VALUES
    (N'CREATE TABLE', HAS_PERMS_BY_NAME(DB_NAME(), N'DATABASE', N'CREATE TABLE')),
    (N'CREATE VIEW', HAS_PERMS_BY_NAME(DB_NAME(), N'DATABASE', N'CREATE VIEW')),
    (N'ALTER on the schema rec', HAS_PERMS_BY_NAME(N'rec', N'SCHEMA', N'ALTER')),
    (N'SELECT on the schema rec', HAS_PERMS_BY_NAME(N'rec', N'SCHEMA', N'SELECT')),
    (N'INSERT on the schema rec', HAS_PERMS_BY_NAME(N'rec', N'SCHEMA', N'INSERT')),
    (N'UPDATE on the schema rec', HAS_PERMS_BY_NAME(N'rec', N'SCHEMA', N'UPDATE')),
    (N'DELETE on the schema rec', HAS_PERMS_BY_NAME(N'rec', N'SCHEMA', N'DELETE'))
) AS n (Permission, IsGranted)
WHERE n.IsGranted = 0;
