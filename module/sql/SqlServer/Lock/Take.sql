DECLARE @Result int;
EXEC @Result = sys.sp_getapplock @Resource = @Name, @LockMode = N'Exclusive', @LockOwner = N'Session', @LockTimeout = 0;
SELECT @Result;
