namespace RecTools.Data;

/// <summary>How many rows each user has: log-normal, as in shops and on film sites, and so many in all as asked for.</summary>
internal static class UserActivity
{
    private const int Rounds = 30;

    /// <summary>Draws the numbers.</summary>
    /// <param name="options">Users, rows, and how far users differ.</param>
    /// <param name="most">Rows that one user may have at most.</param>
    public static int[] Draw(LongTailOptions options, int most)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Rows, options.Users);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Rows, (long)options.Users * most);
        var random = new SeededRandom(options.Seed, 1);
        var weights = new double[options.Users];
        foreach (ref var weight in weights.AsSpan())
        {
            weight = Math.Exp(options.ActivityDeviation * random.NextGaussian());
        }

        // Bounds take from some what others must have more.
        var scale = options.Rows / weights.Sum();
        for (var round = 0; round < Rounds; round++)
        {
            scale *= options.Rows / weights.Sum(weight => Math.Clamp(weight * scale, 1, most));
        }

        var counts = Array.ConvertAll(weights, weight => (int)Math.Clamp(weight * scale, 1, most));
        var missing = options.Rows - counts.Sum(count => (long)count);
        for (var user = 0; missing != 0; user = (user + 1) % counts.Length)
        {
            var step = Math.Sign(missing);
            if (counts[user] + step >= 1 && counts[user] + step <= most)
            {
                counts[user] += step;
                missing -= step;
            }
        }

        return counts;
    }
}
