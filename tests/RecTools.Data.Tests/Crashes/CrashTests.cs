namespace RecTools.Tests;

/// <summary>Processes that are killed in the midst of a run; the same for every kind of database.</summary>
/// <param name="make">Makes an empty database, or skips the test.</param>
public abstract class CrashTests(Func<TestDatabase> make)
{
    private const int Kills = 100;
    private const long Seed = 20;

    [Fact]
    public void A_hundred_killed_runs_leave_a_whole_publication_a_true_record_and_nothing_to_clean_up()
    {
        using var test = make();
        var scenario = new CrashScenario(test);
        var schedule = KillSchedule.Measure(scenario.Begin, 3, Seed);
        scenario.CheckNext(scenario.LastRunId(), published: true);
        var struck = new Dictionary<string, int>();
        var published = 0;

        // While one run is looked at, the process of the next starts up.
        var spare = scenario.Spare();
        for (var kill = 0; kill < Kills; kill++)
        {
            using var process = spare;
            var earlier = scenario.LastRunId();
            var (stage, delay) = schedule.Next(kill);
            process.Begin();
            var at = process.KillIn(stage, delay);
            spare = scenario.Spare();
            struck[at] = struck.GetValueOrDefault(at) + 1;
            var came = scenario.CheckKilled(earlier);
            published += came ? 1 : 0;
            scenario.CheckNext(earlier + 1, came);
        }

        spare.Dispose();

        // Kills that strike elsewhere than meant to, or only runs that have ended, would prove nothing.
        var told = string.Join(", ", struck.Select(pair => $"{pair.Key} {pair.Value}"));
        TestContext.Current.TestOutputHelper?.WriteLine($"{told}; published {published}");
        Assert.All(schedule.Stages, stage => Assert.True(struck.GetValueOrDefault(stage) > 0, $"No kill struck in the stage {stage}: {told}."));
        Assert.True(struck["Flip"] >= 3, $"Too few kills struck in the flip: {told}.");
        Assert.True(struck.GetValueOrDefault(StageTeller.Ended) <= Kills / 4, $"Too many runs had ended: {told}.");
        Assert.InRange(published, 1, Kills / 2);
    }
}

/// <summary>On SQLite.</summary>
public sealed class SqliteCrashTests() : CrashTests(SqliteTestDatabase.Make);

/// <summary>On SQL Server, where one is named.</summary>
[Collection(SqlServerTestDatabase.Collection)]
public sealed class SqlServerCrashTests() : CrashTests(SqlServerTestDatabase.Make);
