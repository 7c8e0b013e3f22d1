using RecTools.Data;

namespace RecTools.Training;

/// <summary>Reads lines of orders and computes what describes each customer.</summary>
/// <remarks>Lines of nobody, cancelled lines, lines without a price and lines after the reference date are left out and counted.</remarks>
internal sealed class OrderReader
{
    // Amounts are summed as decimal numbers, so that the order of the lines does not show; these leave room for the sum.
    private const double LargestFactor = 1e12;
    private readonly InteractionSource source;
    private readonly FeatureRequest request;
    private readonly RowReader reader;
    private readonly OrderColumns columns;
    private readonly IdColumn customers;
    private readonly IdColumn? orders;
    private readonly IdColumn? items;
    private readonly ItemNames names = new();
    private readonly CustomerTotals totals = new();
    private readonly OrderHistory history = new();

    /// <summary>Prepares to read.</summary>
    /// <param name="source">The source.</param>
    /// <param name="request">Which features are asked for.</param>
    /// <param name="reader">The rows.</param>
    /// <param name="columns">Which columns hold what.</param>
    /// <param name="untyped">Whether the rows know text only.</param>
    /// <param name="policy">When ids are equal.</param>
    public OrderReader(InteractionSource source, FeatureRequest request, RowReader reader, OrderColumns columns, bool untyped, LinePolicy policy)
    {
        this.source = source;
        this.request = request;
        this.reader = reader;
        this.columns = columns;
        IdColumn? Ids(int column) => column < 0 ? null : IdColumn.For(reader.Columns[column], untyped, policy);
        customers = Ids(columns.Customer)!;
        orders = Ids(columns.Order);
        items = Ids(columns.Item);
    }

    /// <summary>Rows read, set aside and left out.</summary>
    public RowTally Rows { get; } = new();

    /// <summary>Bytes that a line takes here and while it is sorted.</summary>
    public static long BytesPerRow => 64;

    /// <summary>Reads all lines.</summary>
    /// <exception cref="RecException"><c>TooManyCategories</c> and what <see cref="RowTally.Check"/> throws.</exception>
    public FeatureTable Read(double maxRejected, Action<long>? heartbeat, IRunObserver observer, CancellationToken cancellation)
    {
        Rows.Run(reader, Take, heartbeat, cancellation);
        Rows.Check(
            source, history.Count, maxRejected, "Check -CustomerColumn, -QuantityColumn and -PriceColumn: lines of somebody with a quantity and a price above zero are needed.", observer);
        var set = customers.Seal(out var customerPlace);
        int[]? orderPlace = null;
        orders?.Seal(out orderPlace);
        int[]? itemPlace = null;
        var itemSet = items?.Seal(out itemPlace);
        history.Seal(customerPlace, orderPlace, itemPlace);
        totals.Seal(customerPlace);
        var reference = request.ReferenceDate ?? totals.LastDate.Date.AddDays(1);
        return new FeatureTable(set, [.. request.FromOrders!.Distinct().SelectMany(feature => Compute(feature, reference))], [])
        {
            Purchases = itemSet is null ? null
                : new Purchases(itemSet, columns.ItemName >= 0 ? names.Seal(itemPlace!) : null, history.CustomersByItems(itemSet.Count)),
        };
    }

    private IEnumerable<NumberColumn> Compute(OrderFeature feature, DateTime reference) => feature switch
    {
        OrderFeature.Recency => [new NumberColumn("Recency", totals.DaysSinceLast(reference))],
        OrderFeature.Tenure => [new NumberColumn("Tenure", totals.DaysSinceFirst(reference))],
        OrderFeature.Frequency => [new NumberColumn("Frequency", history.OrdersOfCustomers())],
        OrderFeature.BasketSize => [new NumberColumn("BasketSize", history.ItemsOfOrders())],
        OrderFeature.Monetary => [new NumberColumn("Monetary", totals.Amounts())],
        _ => totals.CategoryShares(reader.Columns[columns.Category].Name, source),
    };

    private string? Take()
    {
        if (reader.Kind(columns.Customer) == CellKind.Null)
        {
            return LeaveOut("no customer");
        }

        if (columns.Order >= 0 && reader.Kind(columns.Order) == CellKind.Null)
        {
            return "order id is NULL";
        }

        if (columns.Item >= 0 && reader.Kind(columns.Item) == CellKind.Null)
        {
            return "item id is NULL";
        }

        var date = DateTime.UnixEpoch;
        if (columns.Time >= 0 && CellValue.ReadDate(reader, columns.Time, out date) is { } problem)
        {
            return problem;
        }

        if (date >= request.ReferenceDate)
        {
            return LeaveOut("time is on or after the reference date");
        }

        if (ReadAmount(out var amount) is { } reason)
        {
            return reason;
        }

        if (amount <= 0)
        {
            return null;
        }

        // Ids come last, the customer's after all others: a row set aside must not leave a customer without rows behind.
        var (order, item) = (orders?.Code(reader, columns.Order), items?.Code(reader, columns.Item));
        var customer = order == IdColumn.Unusable || item == IdColumn.Unusable ? IdColumn.Unusable : customers.Code(reader, columns.Customer);
        if (customer == IdColumn.Unusable)
        {
            return $"{(order == IdColumn.Unusable ? "order" : item == IdColumn.Unusable ? "item" : "customer")} id is of another type than its column";
        }

        totals.Add(customer, date, amount, columns.Category >= 0 ? CellValue.Plain(reader, columns.Category) : "");
        history.Add(customer, order ?? (int)(date.Ticks / TimeSpan.TicksPerDay), item ?? -1);
        if (columns.ItemName >= 0 && item is { } named)
        {
            names.Add(named, reader, columns.ItemName);
        }

        return null;
    }

    // The amount of a line; 0 where it was left out.
    private string? ReadAmount(out decimal amount)
    {
        amount = 0;
        var product = 1m;
        int[] factors = columns.Amount >= 0 ? [columns.Quantity, columns.Amount] : [columns.Quantity, columns.Price];
        foreach (var column in factors.Where(column => column >= 0))
        {
            var name = column == columns.Quantity ? "quantity" : column == columns.Price ? "price" : "amount";
            if (CellValue.ReadNumber(reader, column, out var number) is { } problem)
            {
                return $"{name} {problem}";
            }

            if (number <= 0)
            {
                return LeaveOut(column == columns.Quantity && number < 0 ? "quantity is below zero (cancelled)" : $"{name} is zero or below");
            }

            if (number > LargestFactor)
            {
                return $"{name} is too large";
            }

            product = column == columns.Amount ? (decimal)number : product * (decimal)number;
        }

        amount = product;
        return null;
    }

    private string? LeaveOut(string reason)
    {
        Rows.LeftOut.Add(reason, () => CellValue.Describe(reader));
        return null;
    }
}
