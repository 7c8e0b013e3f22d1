namespace RecTools.Algorithms;

/// <summary>Users by how much is known of them: their number of training rows, in bins that widen.</summary>
public static class HistorySegments
{
    /// <summary>What the segments are called together.</summary>
    public const string Name = "History";

    private static readonly int[] From = [0, 1, 5, 10, 20, 50, 100, 200, 500];

    /// <summary>The segment of each user.</summary>
    /// <param name="train">Users by items.</param>
    /// <returns>Groups named such as <c>no rows</c>, <c>20 to 49 rows</c> and <c>500 rows or more</c>, from few rows to many.</returns>
    public static UserGroups Of(SparseMatrix train)
    {
        var groupOf = new int[train.RowCount];
        for (var user = 0; user < groupOf.Length; user++)
        {
            groupOf[user] = Array.FindLastIndex(From, from => from <= train.CountOf(user));
        }

        return new UserGroups(groupOf, [.. Enumerable.Range(0, From.Length).Select(NameOf)]);
    }

    private static string NameOf(int segment) =>
        segment == 0 ? "no rows" : segment == From.Length - 1 ? $"{From[^1]} rows or more" : $"{From[segment]} to {From[segment + 1] - 1} rows";
}
