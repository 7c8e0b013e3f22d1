namespace RecTools.Training;

/// <summary>What is about to be published of a stored model.</summary>
/// <param name="Model">The model.</param>
/// <param name="Tables">Its result tables.</param>
internal sealed record PreparedResult(IStoredModel Model, IResultTables Tables)
{
    /// <summary>Rows that were read for it; null where none were.</summary>
    public RowTally? Rows { get; init; }

    /// <summary>Groups with the customers placed in them.</summary>
    public Cluster[] Clusters { get; init; } = [];

    /// <summary>Users scored because their rows have changed; null where all are.</summary>
    public int? ChangedUsers { get; init; }

    /// <summary>Users who have no rows any more; null where all are scored.</summary>
    public int? GoneUsers { get; init; }
}
