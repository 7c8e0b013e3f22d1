using RecTools.Data;

namespace RecTools.Training;

/// <summary>Which columns of a source hold what; -1 where there is none.</summary>
/// <param name="User">Place of the user's column.</param>
/// <param name="Item">Place of the item's column.</param>
/// <param name="Value">Place of the value's column.</param>
/// <param name="Time">Place of the time's column.</param>
/// <param name="Basket">Place of the basket's column.</param>
/// <param name="ItemName">Place of the column with the items' names.</param>
public sealed record ColumnPicker(int User, int Item, int Value, int Time, int Basket = -1, int ItemName = -1)
{
    private static readonly string[] UserNames = ["UserId", "User", "CustomerId", "Customer", "MemberId", "Member", "AccountId", "VisitorId", "SessionId"];
    private static readonly string[] BasketNames =
    [
        "BasketId", "Basket", "OrderId", "OrderNo", "OrderNumber", "SalesOrderId", "SalesOrderNumber", "InvoiceNo", "InvoiceId", "InvoiceNumber", "Invoice",
        "TransactionId", "Transaction", "ReceiptId", "ReceiptNo", "Receipt", "TicketId", "SaleId",
    ];

    private static readonly string[] ItemNames = ["ItemId", "Item", "ProductId", "Product", "MovieId", "Movie", "ArticleId", "Article", "StockCode", "Sku", "TitleId"];
    private static readonly string[] ValueNames = ["Rating", "Value", "Score", "Stars", "Quantity", "Count", "Views", "Clicks", "Weight"];
    private static readonly string[] CountWords = ["Quantity", "Qty", "Count", "View", "Click", "Play", "Purchase", "Weight", "Amount"];
    private static readonly string[] TimeNames = ["Timestamp", "Time", "Date", "RatedAt", "OrderedAt", "ViewedAt", "CreatedAt", "OrderDate", "InvoiceDate", "EventTime"];
    private static readonly string[] NameNames = ["Description", "ItemName", "ProductName", "ArticleName", "Title", "ItemDescription", "ProductDescription"];

    /// <summary>Whether baskets take the place of users, since there is no column of users.</summary>
    public bool UsersAreBaskets => Basket >= 0 && User == Basket;

    /// <summary>All columns that are needed, each once.</summary>
    public IEnumerable<int> Needed => new[] { User, Basket, Item, ItemName, Value, Time }.Where(place => place >= 0).Distinct();

    /// <summary>Finds the columns by the names given, or else by the usual names.</summary>
    /// <param name="source">The source.</param>
    /// <param name="columns">Its columns.</param>
    /// <param name="wantsBaskets">Whether the lines are looked at as baskets; then one of basket and user is enough.</param>
    /// <exception cref="RecException"><c>ColumnNotFound</c>, listing the columns there are; <c>ColumnTwice</c>.</exception>
    public static ColumnPicker Pick(InteractionSource source, IReadOnlyList<ColumnSpec> columns, bool wantsBaskets = false)
    {
        int Find(string? given, string[] usual, string role, string parameter, bool required) =>
            ColumnPicker.Find(source, columns, given, usual, role, parameter, required);

        // An algorithm that knows no baskets takes a basket for the user: one who buys once.
        var givenUser = source.UserColumn ?? (wantsBaskets ? null : source.BasketColumn);
        var basket = wantsBaskets
            ? Find(source.BasketColumn, BasketNames, "basket", "-BasketColumn", required: false)
            : -1;
        var user = Find(givenUser, UserNames, wantsBaskets ? "basket, nor one like the customer" : "user", wantsBaskets ? "-BasketColumn" : "-UserColumn", required: basket < 0);
        user = user < 0 ? basket : user;
        var item = Find(source.ItemColumn, ItemNames, "item", "-ItemColumn", required: true);
        var value = Find(source.ValueColumn, ValueNames, "value", "-ValueColumn", required: false);
        var time = Find(source.TimeColumn, TimeNames, "time", "-TimeColumn", required: false);
        var name = wantsBaskets ? Find(source.ItemNameColumn, NameNames, "item's name", "-ItemNameColumn", required: false) : -1;
        if (user == item || basket == item)
        {
            throw RecException.Configuration(
                "ColumnTwice", $"Column {columns[item].Name} of {source} is taken for the {(basket == item ? "basket" : "user")} and for the item.",
                $"Name both with {(basket == item ? "-BasketColumn" : "-UserColumn")} and -ItemColumn.", columns[item].Name);
        }

        return new(user, item, value, time, basket, name == item ? -1 : name);
    }

    /// <summary>Whether a column of values holds, by its name, how often or how much rather than how well liked.</summary>
    public static bool HoldsCounts(string name) => CountWords.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase));

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
