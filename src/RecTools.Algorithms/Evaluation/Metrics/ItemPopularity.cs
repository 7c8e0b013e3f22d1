namespace RecTools.Algorithms;

/// <summary>How many users have each item.</summary>
internal sealed class ItemPopularity
{
    /// <summary>Counts.</summary>
    /// <param name="train">Users by items.</param>
    public ItemPopularity(SparseMatrix train)
    {
        Holders = train.CountColumns();
        for (var user = 0; user < train.RowCount; user++)
        {
            UserCount += train.CountOf(user) > 0 ? 1 : 0;
        }
    }

    /// <summary>Users who have each item.</summary>
    public int[] Holders { get; }

    /// <summary>Users who have anything.</summary>
    public int UserCount { get; }

    /// <summary>Share of these users who have an item.</summary>
    public double ShareOf(int item) => UserCount == 0 ? 0 : (double)Holders[item] / UserCount;
}
