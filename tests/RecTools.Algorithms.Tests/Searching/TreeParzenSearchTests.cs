using RecTools.Algorithms;

namespace RecTools.Tests;

/// <summary>What to try next follows from what was tried, and finds what random draws do not.</summary>
public class TreeParzenSearchTests
{
    private const double BestX = 30;
    private const double BestY = 0.2;

    private static readonly SearchSpace Space = new(
    [
        new NumberDimension("X", 1, 1000, Log: true, Step: 1),
        new NumberDimension("Y", 0, 1, Log: false, Step: 0),
        new ChoiceDimension("Kind", ["plain", "good", "bad"]),
    ]);

    private static readonly Dictionary<string, object?> Defaults = new() { ["X"] = 500, ["Y"] = 0.9, ["Kind"] = "plain" };

    [Fact]
    public void First_the_defaults_are_tried()
    {
        Assert.Empty(new TreeParzenSearch(Space, Defaults, 1).Next([])!);
    }

    [Fact]
    public void It_finds_the_best_of_a_noisy_function_better_than_random_draws()
    {
        const int Searches = 30;
        const int Trials = 50;
        double found = 0, drawn = 0;
        var won = 0;
        for (var seed = 1; seed <= Searches; seed++)
        {
            var ours = Search(seed, Trials, noise: 0.05).Max(trial => ValueOf(trial.Values));
            var random = new SeededRandom(seed, 99);
            var theirs = Enumerable.Range(0, Trials).Max(_ => ValueOf(Space.ValuesAt([random.NextDouble(), random.NextDouble(), random.NextDouble()])));
            found += ours / Searches;
            drawn += theirs / Searches;
            won += ours > theirs ? 1 : 0;
        }

        Assert.True(found > -0.01, $"The search comes to {found} in the mean.");
        Assert.True(drawn < 3 * found, $"Random draws come to {drawn}, the search to {found}.");
        Assert.InRange(won, 22, Searches);
    }

    [Fact]
    public void The_same_seed_and_results_give_the_same_trials_and_another_seed_gives_others()
    {
        var once = Search(3, 30, 0.05);
        Assert.Equal(once.Select(Text), Search(3, 30, 0.05).Select(Text));
        Assert.NotEqual(once.Select(Text), Search(4, 30, 0.05).Select(Text));

        // Taken up in the middle, it goes on as it went.
        var next = new TreeParzenSearch(Space, Defaults, 3).Next([.. once.Take(20)]);
        Assert.Equal(Text(once[20]), Text(new ScoredSettings(next!, 0)));
    }

    [Fact]
    public void No_settings_are_tried_twice_and_a_small_space_ends()
    {
        var small = new SearchSpace([new NumberDimension("X", 1, 4, Log: false, Step: 1), new ChoiceDimension("Kind", ["a", "b"])]);
        var search = new TreeParzenSearch(small, new Dictionary<string, object?> { ["X"] = 2, ["Kind"] = "a" }, 5);
        var tried = new List<ScoredSettings>();
        while (search.Next(tried) is { } values)
        {
            tried.Add(new ScoredSettings(values, tried.Count % 3));
            Assert.InRange(tried.Count, 1, 8);
        }

        Assert.Equal(8, tried.Count);
        Assert.Equal(8, small.Size);
        Assert.Equal(8, tried.Select(Text).Distinct().Count());
    }

    [Fact]
    public void Trials_that_failed_lead_away_from_where_they_were()
    {
        var half = new SearchSpace([new NumberDimension("X", 0, 1, Log: false, Step: 0)]);
        var search = new TreeParzenSearch(half, new Dictionary<string, object?> { ["X"] = 0.9 }, 6);
        var tried = new List<ScoredSettings>();
        for (var trial = 0; trial < 60; trial++)
        {
            var values = search.Next(tried)!;
            var x = values.TryGetValue("X", out var value) ? (double)value! : 0.9;
            tried.Add(new ScoredSettings(values, x > 0.5 ? null : -Math.Abs(x - 0.2)));
        }

        Assert.InRange(tried.Skip(20).Count(trial => trial.Score is null), 0, 15);
        Assert.True(tried.Max(trial => trial.Score) > -0.01);
    }

    [Fact]
    public void A_default_that_lies_nowhere_in_the_space_is_no_obstacle()
    {
        var search = new TreeParzenSearch(Space, new Dictionary<string, object?> { ["X"] = null, ["Y"] = 0.5, ["Kind"] = "other" }, 7);
        var tried = new List<ScoredSettings> { new(search.Next([])!, 1) };
        for (var trial = 1; trial < 25; trial++)
        {
            var values = search.Next(tried)!;
            tried.Add(new ScoredSettings(values, ValueOf(values)));
        }

        Assert.Equal(25, tried.Count);
    }

    private static List<ScoredSettings> Search(long seed, int trials, double noise)
    {
        var search = new TreeParzenSearch(Space, Defaults, seed);
        var random = new SeededRandom(seed, 7);
        var tried = new List<ScoredSettings>();
        for (var trial = 0; trial < trials; trial++)
        {
            var values = search.Next(tried)!;
            tried.Add(new ScoredSettings(values, ValueOf(values) + (noise * random.NextGaussian())));
        }

        return tried;
    }

    /// <summary>0 at best: a narrow hill over the first two, which the third lowers.</summary>
    private static double ValueOf(IReadOnlyDictionary<string, object?> values)
    {
        double Number(string name) => Convert.ToDouble(values.TryGetValue(name, out var value) ? value : Defaults[name], null);
        var x = Math.Log(Number("X") / BestX) / Math.Log(1000);
        var y = Number("Y") - BestY;
        var kind = values.TryGetValue("Kind", out var given) ? given : Defaults["Kind"];
        return -(4 * x * x) - (y * y) - ((string)kind! switch { "good" => 0, "plain" => 0.1, _ => 0.3 });
    }

    private static string Text(ScoredSettings trial) => string.Join(';', trial.Values.Select(pair => $"{pair.Key}={pair.Value}"));
}
