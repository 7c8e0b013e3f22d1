namespace RecTools.Algorithms;

/// <summary>Settings of <see cref="BayesianFactorization"/>.</summary>
public sealed record BayesianFactorizationOptions
{
    /// <summary>Numbers a user and an item are described by.</summary>
    [Option("How many numbers describe the taste of a user and the nature of an item, beside their offsets.", Minimum = 1, Maximum = 512)]
    [SearchRange(4, 64, Log = true)]
    public int Factors { get; init; } = 15;

    /// <summary>Sweeps over items and users, those of <see cref="BurnIn"/> included.</summary>
    [Option("How often items and users are drawn in turn.", Minimum = 1, Maximum = 100_000)]
    public int Sweeps { get; init; } = 160;

    /// <summary>Sweeps before the first that counts.</summary>
    [Option("Sweeps that only lead to where the draws are likely; predictions are averaged over those after them.", Minimum = 0, Maximum = 100_000)]
    public int BurnIn { get; init; } = 32;

    /// <summary>Most draws that are kept.</summary>
    [Option("How many draws, evenly over the sweeps after BurnIn, predictions are averaged over at most; fewer make a smaller model.", Minimum = 1, Maximum = 10_000)]
    public int Samples { get; init; } = 64;

    /// <summary>Whether it counts who rated what, whatever the rating.</summary>
    [Option("Let tastes be expected from which items somebody rated, whatever the ratings, and items from who rated them; more accurate, and a few times slower.")]
    public bool UseHistory { get; init; } = true;

    /// <summary>Whether what the <paramref name="sweep"/>th sweep draws, from 0, is kept.</summary>
    internal bool Keeps(int sweep)
    {
        // Of few sweeps the last counts, whatever the burn-in.
        var first = Math.Min(BurnIn, Sweeps - 1);
        var interval = Math.Max(1, (Sweeps - first + Samples - 1) / Samples);
        return sweep >= first && (Sweeps - 1 - sweep) % interval == 0;
    }
}
