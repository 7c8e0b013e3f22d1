using RecTools.Data;

namespace RecTools.Training;

/// <summary>Which columns of an item filter or candidate query hold what; -1 for those it does not have.</summary>
/// <param name="Item">Place of the item.</param>
/// <param name="User">Place of the user.</param>
/// <param name="Category">Place of the category.</param>
/// <param name="Pinned">Place of the number that says which items come first.</param>
/// <param name="Banned">Place of the number that says which items are left out.</param>
internal sealed record CandidateColumns(int Item, int User, int Category, int Pinned, int Banned)
{
    /// <summary>Finds the columns.</summary>
    /// <exception cref="RecException"><c>ColumnNotFound</c>, listing the columns there are.</exception>
    public static CandidateColumns Find(CandidateSource source, IReadOnlyList<ColumnSpec> columns)
    {
        var query = source.ToSource();
        int Place(string? given, string[] usual, string role, string parameter, bool required) =>
            ColumnFinder.Find(query, columns, ColumnFinder.IfThere(columns, given), usual, role, parameter, required);

        // What has one column only can mean nothing else by it.
        var item = columns.Count == 1 && !source.HasUsers ? 0 : Place(source.ItemColumn, UsualNames.Item, "item", $"AS ItemId in {source.Parameter}", required: true);
        return new CandidateColumns(
            item,
            source.HasUsers ? Place(source.UserColumn, UsualNames.User, "user", $"AS UserId in {source.Parameter}", required: true) : -1,
            source.CategoryColumn is { } category
                ? ColumnFinder.Find(query, columns, category, [], "category", "-ItemCategoryColumn", required: true)
                : Place(null, UsualNames.Category, "category", "", required: false),
            Place(null, ["Pinned", "IsPinned"], "pin", "", required: false),
            Place(null, ["Banned", "IsBanned"], "ban", "", required: false));
    }
}
