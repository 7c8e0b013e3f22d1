using RecTools.Data;

namespace RecTools.Training;

/// <summary>Which columns of a source hold the user, the item, the value and the time.</summary>
/// <param name="User">Place of the user's column.</param>
/// <param name="Item">Place of the item's column.</param>
/// <param name="Value">Place of the value's column; -1 if there is none.</param>
/// <param name="Time">Place of the time's column; -1 if there is none.</param>
public sealed record ColumnPicker(int User, int Item, int Value, int Time)
{
    private static readonly string[] UserNames = ["UserId", "User", "CustomerId", "Customer", "MemberId", "Member", "AccountId", "VisitorId", "SessionId"];
    private static readonly string[] ItemNames = ["ItemId", "Item", "ProductId", "Product", "MovieId", "Movie", "ArticleId", "Article", "StockCode", "Sku", "TitleId"];
    private static readonly string[] ValueNames = ["Rating", "Value", "Score", "Stars", "Quantity", "Count", "Views", "Clicks", "Weight"];
    private static readonly string[] TimeNames = ["Timestamp", "Time", "Date", "RatedAt", "OrderedAt", "ViewedAt", "CreatedAt", "OrderDate", "InvoiceDate", "EventTime"];

    /// <summary>Finds the columns by the names given, or else by the usual names.</summary>
    /// <exception cref="RecException"><c>ColumnNotFound</c>, listing the columns there are; <c>ColumnTwice</c>.</exception>
    public static ColumnPicker Pick(InteractionSource source, IReadOnlyList<ColumnSpec> columns)
    {
        var user = Find(source, columns, source.UserColumn, UserNames, "user", "-UserColumn", required: true);
        var item = Find(source, columns, source.ItemColumn, ItemNames, "item", "-ItemColumn", required: true);
        var value = Find(source, columns, source.ValueColumn, ValueNames, "value", "-ValueColumn", required: false);
        var time = Find(source, columns, source.TimeColumn, TimeNames, "time", "-TimeColumn", required: false);
        if (user == item)
        {
            throw RecException.Configuration(
                "ColumnTwice", $"Column {columns[user].Name} of {source} is taken for the user and for the item.",
                "Name both with -UserColumn and -ItemColumn.", columns[user].Name);
        }

        return new(user, item, value, time);
    }

    private static int Find(
        InteractionSource source, IReadOnlyList<ColumnSpec> columns, string? given, string[] usual, string role, string parameter, bool required)
    {
        if (given is not null)
        {
            var place = IndexOf(columns, name => name.Equals(given, StringComparison.OrdinalIgnoreCase));
            return place >= 0 ? place : throw NotFound(source, columns, $"{source} has no column '{given}'", parameter, given);
        }

        foreach (var name in usual)
        {
            // CustomerID, customer_id and CustomerId are one name.
            var place = IndexOf(columns, column => column.Replace("_", "", StringComparison.Ordinal).Equals(name, StringComparison.OrdinalIgnoreCase));
            if (place >= 0)
            {
                return place;
            }
        }

        return required ? throw NotFound(source, columns, $"{source} has no column that looks like the {role}", parameter, null) : -1;
    }

    private static int IndexOf(IReadOnlyList<ColumnSpec> columns, Func<string, bool> fits)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            if (fits(columns[i].Name))
            {
                return i;
            }
        }

        return -1;
    }

    private static RecException NotFound(
        InteractionSource source, IReadOnlyList<ColumnSpec> columns, string problem, string parameter, string? given)
    {
        var names = columns.Select(column => column.Name).ToArray();
        var nearest = given is null ? null : NearestName.Best(given, names);
        return new RecException(
            "ColumnNotFound",
            RecErrorKind.NotFound,
            $"{char.ToUpperInvariant(problem[0])}{problem[1..]}. Its columns are: {string.Join(", ", names)}.",
            $"Name the column with {parameter}." + (nearest is null ? "" : $" Did you mean '{nearest}'?"),
            given ?? source.ToString());
    }
}
