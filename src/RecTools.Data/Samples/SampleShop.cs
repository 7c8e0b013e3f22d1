namespace RecTools.Data;

/// <summary>
/// A made-up shop with customers, products, orders, ratings and page views. Groups of customers, rules in the baskets and tastes are planted,
/// so that it can be seen whether an algorithm finds what is there. Nobody in it is real.
/// </summary>
public sealed class SampleShop
{
    private readonly TasteModel tastes;

    private SampleShop(SampleShopOptions options)
    {
        var products = ProductRange.Make(options.Products, new SeededRandom(options.Seed, 1));
        var customers = CustomerBase.Make(options.Customers, new SeededRandom(options.Seed, 2));
        tastes = new TasteModel(customers, products, new SeededRandom(options.Seed, 3));
        var orders = OrderHistory.Make(tastes, new SeededRandom(options.Seed, 4));
        var ratings = RatingHistory.Make(tastes, new SeededRandom(options.Seed, 5));
        var views = ViewHistory.Make(tastes, new SeededRandom(options.Seed, 6));
        Tables =
        [
            Table("Customer", customers, c => [c.Id, c.Name, c.City, c.BirthYear, c.MemberSince], ["CustomerId"],
                Number("CustomerId"), Text("Name"), Text("City"), Number("BirthYear"), Time("MemberSince")),
            Table("Product", products, p => [p.Id, p.Name, p.Category, p.Subcategory, p.Brand, p.Price, p.Tags, p.Description], ["ProductId"],
                Number("ProductId"), Text("Name"), Text("Category"), Text("Subcategory"), Text("Brand"), new("Price", CellKind.Float64), Text("Tags"), Text("Description")),
            Table("OrderLine", orders, o => [o.OrderId, o.Line, o.Customer + 1, o.Product + 1, o.Quantity, o.UnitPrice, o.OrderedAt], ["OrderId", "LineNumber"],
                Number("OrderId"), Number("LineNumber"), Number("CustomerId"), Number("ProductId"), Number("Quantity"), new("UnitPrice", CellKind.Float64), Time("OrderedAt")),
            Table("Rating", ratings, r => [r.Customer + 1, r.Product + 1, r.Rating, r.RatedAt], ["CustomerId", "ProductId"],
                Number("CustomerId"), Number("ProductId"), Number("Rating"), Time("RatedAt")),
            Table("PageView", views, v => [v.Customer + 1, v.Product + 1, v.ViewedAt], [],
                Number("CustomerId"), Number("ProductId"), Time("ViewedAt")),
        ];
    }

    /// <summary>End of the history; it is two years long.</summary>
    public static DateTime End { get; } = new(2025, 12, 31, 22, 0, 0, DateTimeKind.Utc);

    /// <summary>The tables, those that others point to first.</summary>
    public IReadOnlyList<SampleTable> Tables { get; }

    /// <summary>Rules that hold in the orders.</summary>
    public static IReadOnlyList<PlantedRule> PlantedRules => PlantedRule.All;

    /// <summary>Makes a shop.</summary>
    /// <exception cref="RecException"><c>SampleSizeInvalid</c>.</exception>
    public static SampleShop Make(SampleShopOptions options)
    {
        options.Check();
        return new SampleShop(options);
    }

    /// <summary>Name of the planted group of a customer.</summary>
    public string PlantedGroup(int customerId) => tastes.Customers[customerId - 1].Group.Name;

    /// <summary>A moment at which a customer was active.</summary>
    internal static DateTime TimeOf(SampleCustomer customer, ref SeededRandom random)
    {
        var days = customer.Group.LastDays + ((customer.Group.FirstDays - customer.Group.LastDays) * random.NextDouble());
        return End.AddSeconds(-Math.Round(days * 86_400));
    }

    private static SampleTable Table<T>(string name, IReadOnlyList<T> list, Func<T, object[]> cells, string[] key, params ColumnSpec[] columns) =>
        new(name, new TableSpec(columns, key), list.Count, () => new SampleRows<T>(columns, list, cells));

    private static ColumnSpec Number(string name) => new(name, CellKind.Int64, "int");

    private static ColumnSpec Text(string name) => new(name, CellKind.Text);

    private static ColumnSpec Time(string name) => new(name, CellKind.Time);
}
