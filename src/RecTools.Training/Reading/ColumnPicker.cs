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
            ColumnFinder.Find(source, columns, given, usual, role, parameter, required);

        // An algorithm that knows no baskets takes a basket for the user: one who buys once.
        var givenUser = source.UserColumn ?? (wantsBaskets ? null : source.BasketColumn);
        var basket = wantsBaskets
            ? Find(source.BasketColumn, UsualNames.Basket, "basket", "-BasketColumn", required: false)
            : -1;
        var user = Find(givenUser, UsualNames.User, wantsBaskets ? "basket, nor one like the customer" : "user", wantsBaskets ? "-BasketColumn" : "-UserColumn", required: basket < 0);
        user = user < 0 ? basket : user;
        var item = Find(source.ItemColumn, UsualNames.Item, "item", "-ItemColumn", required: true);
        var value = Find(source.ValueColumn, UsualNames.Value, "value", "-ValueColumn", required: false);
        var time = Find(source.TimeColumn, UsualNames.Time, "time", "-TimeColumn", required: false);
        var name = wantsBaskets ? Find(source.ItemNameColumn, UsualNames.ItemName, "item's name", "-ItemNameColumn", required: false) : -1;
        if (user == item || basket == item)
        {
            throw RecException.Configuration(
                "ColumnTwice", $"Column {columns[item].Name} of {source} is taken for the {(basket == item ? "basket" : "user")} and for the item.",
                $"Name both with {(basket == item ? "-BasketColumn" : "-UserColumn")} and -ItemColumn.", columns[item].Name);
        }

        return new(user, item, value, time, basket, name == item ? -1 : name);
    }

    /// <summary>Whether a column of values holds, by its name, how often or how much rather than how well liked.</summary>
    public static bool HoldsCounts(string name) => UsualNames.CountWords.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase));
}
