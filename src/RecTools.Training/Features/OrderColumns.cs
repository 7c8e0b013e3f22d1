using RecTools.Data;

namespace RecTools.Training;

/// <summary>Which columns of a source with lines of orders are looked at; -1 where there is none.</summary>
internal sealed record OrderColumns
{
    /// <summary>Place of the customer's column.</summary>
    public required int Customer { get; init; }

    /// <summary>Place of the time's column.</summary>
    public required int Time { get; init; }

    /// <summary>Place of the order's column.</summary>
    public required int Order { get; init; }

    /// <summary>Place of the item's column.</summary>
    public required int Item { get; init; }

    /// <summary>Place of the column with the items' names.</summary>
    public required int ItemName { get; init; }

    /// <summary>Place of the quantity's column.</summary>
    public required int Quantity { get; init; }

    /// <summary>Place of the price's column.</summary>
    public required int Price { get; init; }

    /// <summary>Place of the amount's column.</summary>
    public required int Amount { get; init; }

    /// <summary>Place of the category's column.</summary>
    public required int Category { get; init; }

    /// <summary>All columns that are needed, each once.</summary>
    public IEnumerable<int> Needed =>
        new[] { Customer, Time, Order, Item, ItemName, Quantity, Price, Amount, Category }.Where(place => place >= 0).Distinct();

    /// <summary>Finds the columns by the names given, or else by the usual names.</summary>
    /// <exception cref="RecException"><c>ColumnNotFound</c>, where a feature needs a column that is not there.</exception>
    public static OrderColumns Pick(InteractionSource source, FeatureRequest request, IReadOnlyList<ColumnSpec> columns)
    {
        int Find(string? given, string[] usual, string role, string parameter, bool required = false) =>
            ColumnFinder.Find(source, columns, given, usual, role, parameter, required);

        bool Wants(params OrderFeature[] features) => request.FromOrders!.Any(features.Contains);
        var order = Find(source.BasketColumn, UsualNames.Basket, "order", "-BasketColumn", Wants(OrderFeature.BasketSize));
        var price = Find(request.PriceColumn, UsualNames.Price, "price", "-PriceColumn");
        var quantity = Find(source.ValueColumn, UsualNames.Quantity, "quantity", "-QuantityColumn");

        // An amount that is not named is looked for only where price and quantity do not give it: a column called Total may be that of the whole order.
        var amount = request.AmountColumn is not null || ((price < 0 || quantity < 0) && Wants(OrderFeature.Monetary))
            ? Find(request.AmountColumn, UsualNames.Amount, "amount, nor like quantity and price", "-AmountColumn, or -QuantityColumn and -PriceColumn", required: true)
            : -1;
        return new OrderColumns
        {
            Customer = Find(source.UserColumn, UsualNames.User, "customer", "-CustomerColumn", required: true),
            Time = Find(source.TimeColumn, UsualNames.Time, "time", "-TimeColumn", Wants(OrderFeature.Recency, OrderFeature.Tenure) || order < 0),
            Order = order,
            Item = Find(source.ItemColumn, UsualNames.Item, "item", "-ItemColumn", Wants(OrderFeature.BasketSize)),
            ItemName = Find(source.ItemNameColumn, UsualNames.ItemName, "item's name", "-ItemNameColumn"),
            Quantity = quantity,
            Price = price,
            Amount = amount,
            Category = Find(request.CategoryColumn, UsualNames.Category, "category", "-CategoryColumn", Wants(OrderFeature.CategoryShares)),
        };
    }
}
