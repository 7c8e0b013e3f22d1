namespace RecTools.Data;

/// <summary>
/// A few tastes with chances of their own for every item, popular items higher in all of them, and users who are mixtures of tastes:
/// the chances of users by items are a matrix of low rank.
/// </summary>
internal sealed class TasteMixture
{
    // Popularity falls slowly at first: the first item of a shop is not twice as popular as the second.
    private const double FirstPlace = 20;

    // How far users are from liking all tastes alike.
    private const double UserDeviation = 2;

    private readonly double[][] liking;
    private readonly AliasTable[] draws;

    /// <summary>Draws tastes.</summary>
    public TasteMixture(LongTailOptions options)
    {
        var random = new SeededRandom(options.Seed, 2);

        // In an order that has nothing to do with the items' numbers.
        int[] places = [.. Enumerable.Range(0, options.Items)];
        random.Shuffle<int>(places);
        liking = new double[options.Tastes][];
        draws = new AliasTable[options.Tastes];
        var chances = new double[options.Items];
        for (var taste = 0; taste < liking.Length; taste++)
        {
            liking[taste] = new double[options.Items];
            for (var item = 0; item < options.Items; item++)
            {
                liking[taste][item] = random.NextGaussian();
                chances[item] = Math.Pow(places[item] + FirstPlace, -options.PopularityExponent) * Math.Exp(options.TasteDeviation * liking[taste][item]);
            }

            draws[taste] = new AliasTable(chances);
        }
    }

    /// <summary>Number of tastes.</summary>
    public int Count => draws.Length;

    /// <summary>Draws how much of each taste a user has; sums to 1.</summary>
    public static void DrawUser(ref SeededRandom random, Span<double> shares)
    {
        double sum = 0;
        foreach (ref var share in shares)
        {
            share = Math.Exp(UserDeviation * random.NextGaussian());
            sum += share;
        }

        foreach (ref var share in shares)
        {
            share /= sum;
        }
    }

    /// <summary>Draws an item for a user.</summary>
    public int DrawItem(ReadOnlySpan<double> shares, ref SeededRandom random)
    {
        var rest = random.NextDouble();
        var taste = 0;
        while (taste < shares.Length - 1 && (rest -= shares[taste]) >= 0)
        {
            taste++;
        }

        return draws[taste].Draw(ref random);
    }

    /// <summary>How much a user likes an item; about -2 to 2.</summary>
    public double Affinity(ReadOnlySpan<double> shares, int item)
    {
        double sum = 0;
        for (var taste = 0; taste < shares.Length; taste++)
        {
            sum += shares[taste] * liking[taste][item];
        }

        return sum;
    }
}
