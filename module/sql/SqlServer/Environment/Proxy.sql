-- Whether it is enabled, the account, whether it may run programs, and whether the account has a login of its own.
SELECT CONVERT(int, p.enabled), c.credential_identity,
    CASE WHEN EXISTS (
        SELECT 1 FROM msdb.dbo.sysproxysubsystem AS a JOIN msdb.dbo.syssubsystems AS s ON s.subsystem_id = a.subsystem_id
        WHERE a.proxy_id = p.proxy_id AND s.subsystem = N'CmdExec') THEN 1 ELSE 0 END,
    CASE WHEN SUSER_ID(c.credential_identity) IS NULL THEN 0 ELSE 1 END
FROM msdb.dbo.sysproxies AS p JOIN sys.credentials AS c ON c.credential_id = p.credential_id
WHERE p.name = @Name;
