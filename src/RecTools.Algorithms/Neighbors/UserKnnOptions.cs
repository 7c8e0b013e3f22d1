namespace RecTools.Algorithms;

/// <summary>Settings of <see cref="UserKnn"/>.</summary>
public sealed record UserKnnOptions : NeighborOptions
{
    /// <summary>Settings that suit most data.</summary>
    public UserKnnOptions()
        : base(shrinkage: 100, levelWeight: 0.2)
    {
    }
}
