using System.Globalization;
using RecTools.Training;

namespace RecTools.Tests;

/// <summary>A real SQLite file with customers, and with lines of their orders.</summary>
internal static class Customers
{
    /// <summary>Thirty customers in three groups that are far apart in age and income.</summary>
    public static Shop Three()
    {
        var shop = new Shop();
        shop.Execute("CREATE TABLE Customer (CustomerId int, Age int, Income real, City text)");
        var random = new SeededRandom(11);
        for (var id = 1; id <= 30; id++)
        {
            var group = id % 3;
            Add(shop, id, 20 + (20 * group) + random.Next(4), 1000 + (3000 * ((group + 1) % 3)) + random.Next(300), group == 0 ? "Oslo" : "Bergen");
        }

        return shop;
    }

    public static void Add(Shop shop, object? id, object? age, object? income, object? city) =>
        shop.Execute($"INSERT INTO Customer VALUES ({Sql(id)}, {Sql(age)}, {Sql(income)}, {Sql(city)})");

    /// <summary>Lines of orders: customer, order, item, quantity, price, category, time.</summary>
    public static List<(int Customer, int Order, int Item, int Quantity, double Price, string Category, DateTime Time)> Lines(int customers = 60)
    {
        var random = new SeededRandom(12);
        var lines = new List<(int, int, int, int, double, string, DateTime)>();
        var order = 0;
        for (var customer = 1; customer <= customers; customer++)
        {
            for (var orders = 1 + random.Next(customer % 2 == 0 ? 12 : 2); orders > 0; orders--)
            {
                order++;
                var time = new DateTime(2025, 1, 1, 8, 0, 0, DateTimeKind.Utc).AddMinutes(random.Next(360 * 1440));
                for (var line = 1 + random.Next(4); line > 0; line--)
                {
                    var item = 1 + random.Next(20);
                    lines.Add((customer, order, item, 1 + random.Next(5), Math.Round(0.5 + (20 * random.NextDouble()), 2), item % 3 == 0 ? "Garden" : "Kitchen", time));
                }
            }
        }

        return lines;
    }

    public static Shop WithLines(IEnumerable<(int Customer, int Order, int Item, int Quantity, double Price, string Category, DateTime Time)> lines)
    {
        var shop = new Shop();
        shop.Execute("CREATE TABLE OrderLine (CustomerId int, OrderId int, ProductId int, ProductName text, Quantity int, UnitPrice real, Category text, OrderDate text)");
        shop.Execute("INSERT INTO OrderLine VALUES " + string.Join(", ", lines.Select(line => string.Create(
            CultureInfo.InvariantCulture,
            $"({line.Customer}, {line.Order}, {line.Item}, 'Item {line.Item}', {line.Quantity}, {line.Price}, '{line.Category}', '{line.Time:yyyy-MM-dd HH:mm:ss}')"))));
        return shop;
    }

    public static TrainingRequest Request(FeatureRequest? features = null, string table = "Customer", object? clusterCount = null) => new()
    {
        Algorithm = "KMeans",
        ModelName = "Shop",
        Source = new InteractionSource { Table = table },
        Features = features,
        Options = new Dictionary<string, object?> { ["ClusterCount"] = clusterCount ?? 3 },
    };

    public static ClusterFinder Find(Shop? shop, InteractionSource source, FeatureRequest features, object? clusterCount = null, IRunObserver? observer = null, string algorithm = "KMeans") =>
        ClusterFinder.Find(
            new ClusterRequest
            {
                Algorithm = algorithm,
                Source = source,
                Features = features,
                Options = new Dictionary<string, object?> { ["ClusterCount"] = clusterCount },
            },
            shop?.Connection, observer ?? SilentObserver.Instance, default);

    private static string Sql(object? value) => value switch
    {
        null => "NULL",
        string text => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'",
        _ => FormattableString.Invariant($"{value}"),
    };
}
