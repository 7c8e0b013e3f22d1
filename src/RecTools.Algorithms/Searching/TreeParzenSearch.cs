namespace RecTools.Algorithms;

/// <summary>
/// Says which settings to try next: a tree-structured Parzen estimator (Bergstra, Bardenet, Bengio and Kegl 2011) with kernels over all dimensions at once
/// (Falkner, Klein and Hutter 2018). Settings are likelier where good ones are dense and the others are not.
/// </summary>
/// <remarks>The next settings follow from the seed and from what was tried alone: a search that is taken up again goes on as if nothing had happened.</remarks>
/// <param name="space">What is varied.</param>
/// <param name="defaults">Values of settings that a trial does not name.</param>
/// <param name="seed">Start of the random draws.</param>
public sealed class TreeParzenSearch(SearchSpace space, IReadOnlyDictionary<string, object?> defaults, long seed)
{
    private const ulong Stream = 0x7e5;
    private const double GoodFactor = 0.5;

    // More would always find one at the edge of what is known, where the ratio of two small densities means little.
    private const int Candidates = 12;
    private const int MostRedraws = 1000;

    /// <summary>Trials that are spread evenly over the space before it is known where to look.</summary>
    public int SpreadTrials { get; } = Math.Clamp(2 + (2 * space.Dimensions.Count), 4, 12);

    /// <summary>The settings to try next.</summary>
    /// <param name="tried">What was tried, in order.</param>
    /// <returns>Values of the space's settings: none of them at first, which tries the defaults; null once all there are have been tried.</returns>
    public IReadOnlyDictionary<string, object?>? Next(IReadOnlyList<ScoredSettings> tried)
    {
        if (tried.Count == 0)
        {
            return new Dictionary<string, object?>();
        }

        var known = tried.Select(trial => space.KeyOf(name => ValueOf(trial, name))).ToHashSet(StringComparer.Ordinal);
        var random = new SeededRandom(seed, Stream + (ulong)tried.Count);
        var drawn = tried.Count <= SpreadTrials ? Spread(tried.Count) : Promising(tried, ref random);
        for (var redraw = 0; redraw <= MostRedraws; redraw++)
        {
            var values = space.ValuesAt(drawn);
            if (!known.Contains(space.KeyOf(name => values[name])))
            {
                return values;
            }

            drawn = [.. space.Dimensions.Select(_ => random.NextDouble())];
        }

        return null;
    }

    /// <summary>Points that fill the space evenly: an additive recurrence by the generalised golden ratio (Roberts 2018), begun at a random place.</summary>
    private double[] Spread(int number)
    {
        var ratio = 2.0;
        for (var i = 0; i < 64; i++)
        {
            ratio = Math.Pow(1 + ratio, 1.0 / (space.Dimensions.Count + 1));
        }

        var start = new SeededRandom(seed, Stream);
        var places = new double[space.Dimensions.Count];
        for (var i = 0; i < places.Length; i++)
        {
            places[i] = (start.NextDouble() + (number * Math.Pow(ratio, -(i + 1)))) % 1;
        }

        return places;
    }

    private double[] Promising(IReadOnlyList<ScoredSettings> tried, ref SeededRandom random)
    {
        // Settings that have no place, such as a default that the algorithm finds out itself, say nothing of where to look.
        var placed = tried
            .Select(trial => (Places: space.PlacesOf(name => ValueOf(trial, name)), Score: trial.Score ?? double.NegativeInfinity))
            .Where(trial => trial.Places is not null)
            .OrderByDescending(trial => trial.Score)
            .Select(trial => trial.Places!)
            .ToArray();
        var goodCount = (int)Math.Ceiling(GoodFactor * Math.Sqrt(placed.Length));
        var good = new ParzenMixture(space.Dimensions, placed[..goodCount]);
        var others = new ParzenMixture(space.Dimensions, placed[goodCount..]);
        double[] best = [];
        var highest = double.NegativeInfinity;
        for (var i = 0; i < Candidates; i++)
        {
            var candidate = good.Draw(ref random);
            var ratio = good.LogDensity(candidate) - others.LogDensity(candidate);
            if (ratio > highest)
            {
                (best, highest) = (candidate, ratio);
            }
        }

        return best;
    }

    private object? ValueOf(ScoredSettings trial, string name) => trial.Values.TryGetValue(name, out var value) ? value : defaults.GetValueOrDefault(name);
}
