namespace RecTools.Algorithms;

/// <summary>Settings of <see cref="ItemKnn"/>.</summary>
public sealed record ItemKnnOptions : NeighborOptions
{
    /// <summary>Settings that suit most data.</summary>
    public ItemKnnOptions()
        : base(shrinkage: 500, levelWeight: 0.08)
    {
    }
}
