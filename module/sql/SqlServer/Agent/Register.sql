-- Makes the job, or brings the one of this name up to date: its id, history, further steps and schedules of others stay.
SET NOCOUNT ON;
SET XACT_ABORT ON;
IF @Missing IS NOT NULL
    THROW 50420, @Missing, 1;
DECLARE @JobId uniqueidentifier, @Found nvarchar(512), @ScheduleId int, @Change nvarchar(10) = N'Updated';
SELECT @JobId = job_id, @Found = description FROM msdb.dbo.sysjobs_view WHERE name = @JobName;
IF @JobId IS NOT NULL AND ISNULL(@Found, N'') NOT LIKE N'RecTools: %'
    THROW 50421, N'A job of this name exists that Register-RecAgentJob did not make.', 1;
BEGIN TRY
    BEGIN TRANSACTION;
    IF NOT EXISTS (SELECT 1 FROM msdb.dbo.syscategories WHERE name = @Category AND category_class = 1)
        EXEC msdb.dbo.sp_add_category @class = N'JOB', @type = N'LOCAL', @name = @Category;
    IF @JobId IS NULL
    BEGIN
        SET @Change = N'Created';
        EXEC msdb.dbo.sp_add_job @job_name = @JobName, @enabled = @Enabled, @description = @Description, @category_name = @Category, @job_id = @JobId OUTPUT;
        EXEC msdb.dbo.sp_add_jobserver @job_id = @JobId, @server_name = N'(local)';
    END;
    -- An empty name takes the operator, the proxy or the file away that was there before.
    EXEC msdb.dbo.sp_update_job @job_id = @JobId, @enabled = @Enabled, @description = @Description, @category_name = @Category,
        @notify_level_email = @NotifyLevel, @notify_email_operator_name = @OperatorName;
    IF EXISTS (SELECT 1 FROM msdb.dbo.sysjobsteps WHERE job_id = @JobId AND step_id = 1)
        EXEC msdb.dbo.sp_update_jobstep @job_id = @JobId, @step_id = 1, @step_name = N'Invoke-RecTraining', @subsystem = N'CmdExec', @command = @Command,
            @cmdexec_success_code = 0, @retry_attempts = @RetryAttempts, @retry_interval = @RetryInterval, @output_file_name = @OutputFile,
            @proxy_name = @ProxyName;
    ELSE
    BEGIN
        EXEC msdb.dbo.sp_add_jobstep @job_id = @JobId, @step_id = 1, @step_name = N'Invoke-RecTraining', @subsystem = N'CmdExec', @command = @Command,
            @cmdexec_success_code = 0, @on_success_action = 1, @on_fail_action = 2, @retry_attempts = @RetryAttempts, @retry_interval = @RetryInterval;
        EXEC msdb.dbo.sp_update_jobstep @job_id = @JobId, @step_id = 1, @output_file_name = @OutputFile, @proxy_name = @ProxyName;
    END;
    SELECT @ScheduleId = s.schedule_id FROM msdb.dbo.sysjobschedules AS j JOIN msdb.dbo.sysschedules AS s ON s.schedule_id = j.schedule_id
    WHERE j.job_id = @JobId AND s.name = @OwnSchedule;
    IF @FreqType IS NULL AND @ScheduleId IS NOT NULL
        EXEC msdb.dbo.sp_detach_schedule @job_id = @JobId, @schedule_id = @ScheduleId, @delete_unused_schedule = 1;
    IF @FreqType IS NOT NULL AND @ScheduleId IS NULL
    BEGIN
        EXEC msdb.dbo.sp_add_schedule @schedule_name = @OwnSchedule, @enabled = 1, @freq_type = @FreqType, @freq_interval = @FreqInterval,
            @freq_subday_type = @SubdayType, @freq_subday_interval = @SubdayInterval, @freq_recurrence_factor = @Recurrence,
            @active_start_time = @StartTime, @schedule_id = @ScheduleId OUTPUT;
        EXEC msdb.dbo.sp_attach_schedule @job_id = @JobId, @schedule_id = @ScheduleId;
    END
    ELSE IF @FreqType IS NOT NULL
        EXEC msdb.dbo.sp_update_schedule @schedule_id = @ScheduleId, @enabled = 1, @freq_type = @FreqType, @freq_interval = @FreqInterval,
            @freq_subday_type = @SubdayType, @freq_subday_interval = @SubdayInterval, @freq_recurrence_factor = @Recurrence,
            @active_start_time = @StartTime;
    IF @ScheduleName IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM msdb.dbo.sysjobschedules AS j JOIN msdb.dbo.sysschedules AS s ON s.schedule_id = j.schedule_id
        WHERE j.job_id = @JobId AND s.name = @ScheduleName)
        EXEC msdb.dbo.sp_attach_schedule @job_id = @JobId, @schedule_name = @ScheduleName;
    COMMIT;
END TRY
BEGIN CATCH
    IF XACT_STATE() <> 0
        ROLLBACK;
    THROW;
END CATCH;
SELECT @JobId AS JobId, @Change AS Change;
