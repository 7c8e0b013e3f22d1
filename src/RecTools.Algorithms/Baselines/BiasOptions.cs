namespace RecTools.Algorithms;

/// <summary>Settings of <see cref="Bias"/>.</summary>
public sealed record BiasOptions
{
    /// <summary>Damping of the users' offsets.</summary>
    [Option("How many ratings at the mean each user is thought to have given besides; draws users with few ratings to the mean.", Minimum = 0, Maximum = 1e6)]
    [SearchRange(0.5, 50, Log = true)]
    public double UserDamping { get; init; } = 5;

    /// <summary>Damping of the items' offsets.</summary>
    [Option("How many ratings at the mean each item is thought to have got besides; draws items with few ratings to the mean.", Minimum = 0, Maximum = 1e6)]
    [SearchRange(0.5, 50, Log = true)]
    public double ItemDamping { get; init; } = 2;

    /// <summary>Rounds of fitting.</summary>
    [Option("How often items' and users' offsets are fitted in turn.", Minimum = 1, Maximum = 1000)]
    public int Rounds { get; init; } = 10;
}
