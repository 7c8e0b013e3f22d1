namespace RecTools.Algorithms;

/// <summary>Which group each user belongs to.</summary>
/// <param name="GroupOf">For each user the number of his group; -1 for none.</param>
/// <param name="Names">What people call the groups.</param>
public sealed record UserGroups(int[] GroupOf, string[] Names)
{
    /// <summary>The groups of some users.</summary>
    /// <param name="kept">Their numbers, ascending.</param>
    public UserGroups Subset(int[] kept) => this with { GroupOf = Array.ConvertAll(kept, user => GroupOf[user]) };
}
