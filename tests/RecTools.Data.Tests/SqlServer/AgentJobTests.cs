using RecTools.Data;

namespace RecTools.Tests;

/// <summary>Jobs on a real SQL Server, where one is named.</summary>
[Collection(SqlServerTestDatabase.Collection)]
public class AgentJobTests
{
    private const string Name = "RecTools' ]test[; --";

    [Fact]
    public void A_job_keeps_its_id_when_it_is_registered_again_and_goes_with_what_belongs_to_it()
    {
        using var made = SqlServerTestDatabase.Make();
        using var database = made.Open();
        Assert.SkipWhen(AgentJobStore.WhyMissing(database) is not null, "needs a SQL Server with its Agent");
        var job = new AgentJob(Name, "a test", "RecTools", Enabled: false, "rectools -Command \"'%'\"", AgentTiming.Of(new JobSchedule { At = new TimeOnly(3, 30) })) { OutputFile = "/tmp/x.txt" };
        var (id, change) = AgentJobStore.Register(database, job);
        Assert.Equal("Created", change);
        Assert.Equal((id, "Updated"), AgentJobStore.Register(database, job with { Timing = AgentTiming.Of(new JobSchedule { EveryMinutes = 15 }), OutputFile = null }));
        Assert.Equal((job.Command, null), Assert.Single(database.Select(row => (row.GetString(0), row.TextOrNull(1)), "SELECT command, output_file_name FROM msdb.dbo.sysjobsteps WHERE job_id = @Id", ("Id", id))));
        Assert.Equal((4, 15), Assert.Single(Schedules(database)));
        Assert.Equal((id, "Updated"), AgentJobStore.Register(database, job with { Timing = null }));
        Assert.Empty(Schedules(database));
        Assert.Equal((id, "Removed"), AgentJobStore.Unregister(database, Name));
        Assert.Equal("AgentJobNotFound", Assert.Throws<RecException>(() => AgentJobStore.Unregister(database, Name)).ErrorId);
    }

    [Fact]
    public void The_job_of_somebody_else_is_left_alone_and_a_name_that_is_not_known_is_named()
    {
        using var made = SqlServerTestDatabase.Make();
        using var database = made.Open();
        Assert.SkipWhen(AgentJobStore.WhyMissing(database) is not null, "needs a SQL Server with its Agent");
        var job = new AgentJob(Name, "a test", "RecTools", Enabled: false, "rectools", null);
        Assert.Equal("AgentNameUnknown", Assert.Throws<RecException>(() => AgentJobStore.Register(database, job with { ProxyName = "no such proxy" })).ErrorId);
        database.Execute("EXEC msdb.dbo.sp_add_job @job_name = @Name, @enabled = 0;", ("Name", Name));
        Assert.Equal("AgentJobForeign", Assert.Throws<RecException>(() => AgentJobStore.Register(database, job)).ErrorId);
        Assert.Equal("AgentJobForeign", Assert.Throws<RecException>(() => AgentJobStore.Unregister(database, Name)).ErrorId);
        database.Execute("EXEC msdb.dbo.sp_delete_job @job_name = @Name;", ("Name", Name));
    }

    [Fact]
    public void A_server_without_an_agent_says_so()
    {
        using var made = SqlServerTestDatabase.Make();
        using var database = made.Open();
        Assert.SkipWhen(AgentJobStore.WhyMissing(database) is null, "needs a server without an Agent, such as an Express edition or Babelfish");
        Assert.Equal("AgentMissing", Assert.Throws<RecException>(() => AgentJobStore.Unregister(database, Name)).ErrorId);
    }

    private static List<(int Type, int Interval)> Schedules(Database database) => database.Select(
        row => (row.GetInt32(0), row.GetInt32(1)), "SELECT freq_subday_type, freq_subday_interval FROM msdb.dbo.sysschedules WHERE name = @Name", ("Name", AgentJob.OwnScheduleOf(Name)));
}
