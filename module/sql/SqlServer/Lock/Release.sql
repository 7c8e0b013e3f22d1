EXEC sys.sp_releaseapplock @Resource = @Name, @LockOwner = N'Session';
