using System.Diagnostics;
using RecTools.Data;

namespace RecTools.Tests;

/// <summary>
/// Moments to kill a run at. The stages of a run are timed a few times; the kills then take the stages in turn, so that short ones (the flip) get as many
/// as long ones, each at a seeded random moment between the stage's beginning and well beyond its usual end.
/// </summary>
internal sealed class KillSchedule
{
    private const double Beyond = 1.3;
    private readonly List<(string Stage, TimeSpan Usual)> stages = [];
    private SeededRandom random;

    private KillSchedule(long seed) => random = new SeededRandom(seed);

    /// <summary>Stages in their order.</summary>
    public IEnumerable<string> Stages => stages.Select(stage => stage.Stage);

    /// <summary>Times a few runs that nobody kills.</summary>
    public static KillSchedule Measure(Func<KilledProcess> begin, int runs, long seed)
    {
        var times = new Dictionary<string, List<TimeSpan>>();
        for (var run = 0; run < runs; run++)
        {
            using var process = begin();
            var stage = process.NextStage();
            var from = Stopwatch.GetTimestamp();
            while (process.NextStage() is { } next)
            {
                times.TryAdd(stage!, []);
                times[stage!].Add(Stopwatch.GetElapsedTime(from));
                (stage, from) = (next, Stopwatch.GetTimestamp());
            }

            process.Finish();
        }

        var schedule = new KillSchedule(seed);
        schedule.stages.AddRange(times.Select(pair => (pair.Key, pair.Value.Order().ElementAt(pair.Value.Count / 2))));
        return schedule;
    }

    /// <summary>Where and when a kill strikes.</summary>
    public (string Stage, TimeSpan Delay) Next(int kill)
    {
        var (stage, usual) = stages[kill % stages.Count];
        return (stage, usual * (Beyond * random.NextDouble()));
    }
}
