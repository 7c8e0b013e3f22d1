-- Removes a job that Register-RecAgentJob made, with its own schedule, and its category where no other job is in it. Schedules of others stay.
SET NOCOUNT ON;
SET XACT_ABORT ON;
IF @Missing IS NOT NULL
    THROW 50420, @Missing, 1;
DECLARE @JobId uniqueidentifier, @Found nvarchar(512), @CategoryId int, @ScheduleId int;
SELECT @JobId = job_id, @Found = description, @CategoryId = category_id FROM msdb.dbo.sysjobs_view WHERE name = @JobName;
IF @JobId IS NULL
    THROW 50422, N'There is no job of this name.', 1;
IF ISNULL(@Found, N'') NOT LIKE N'RecTools: %'
    THROW 50421, N'The job of this name is none that Register-RecAgentJob made.', 1;
BEGIN TRY
    BEGIN TRANSACTION;
    SELECT @ScheduleId = s.schedule_id FROM msdb.dbo.sysjobschedules AS j JOIN msdb.dbo.sysschedules AS s ON s.schedule_id = j.schedule_id
    WHERE j.job_id = @JobId AND s.name = @OwnSchedule;
    IF @ScheduleId IS NOT NULL
        EXEC msdb.dbo.sp_detach_schedule @job_id = @JobId, @schedule_id = @ScheduleId, @delete_unused_schedule = 1;
    EXEC msdb.dbo.sp_delete_job @job_id = @JobId, @delete_unused_schedule = 0;
    IF EXISTS (SELECT 1 FROM msdb.dbo.syscategories WHERE category_id = @CategoryId AND name = N'RecTools')
        AND NOT EXISTS (SELECT 1 FROM msdb.dbo.sysjobs WHERE category_id = @CategoryId)
        EXEC msdb.dbo.sp_delete_category @class = N'JOB', @name = N'RecTools';
    COMMIT;
END TRY
BEGIN CATCH
    IF XACT_STATE() <> 0
        ROLLBACK;
    THROW;
END CATCH;
SELECT @JobId AS JobId, N'Removed' AS Change;
