namespace RecTools.Algorithms;

/// <summary>Groups that <see cref="NearestNeighborChain"/> merges. A group has the number of one of its leaves.</summary>
internal interface IMergingGroups
{
    /// <summary>Number of groups at the start, numbered from 0.</summary>
    int Count { get; }

    /// <summary>The nearest other living group, of equally near ones the lowest number.</summary>
    Neighbor Nearest(int group);

    /// <summary>Merges two living groups; the first one dies, and its number is the smaller one.</summary>
    void Merge(int from, int into);

    /// <summary>Height at which a merge of this distance is drawn.</summary>
    double HeightOf(double distance);
}

/// <summary>What is near.</summary>
/// <param name="Index">Number of the group, or its slot; -1 for none.</param>
/// <param name="Distance">How far it is, in the measure of whoever says so.</param>
internal readonly record struct Neighbor(int Index, double Distance)
{
    /// <summary>Nobody, infinitely far.</summary>
    public static Neighbor None => new(-1, double.PositiveInfinity);
}
