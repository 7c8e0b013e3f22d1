using RecTools.Training;

namespace RecTools.Tests;

/// <summary>A real SQLite file with lines of orders in it.</summary>
internal static class Orders
{
    /// <summary>Bread and butter go together, milk goes alone; ten orders of five customers, two cancelled lines, one of zero.</summary>
    public static Shop Small()
    {
        var shop = new Shop();
        shop.Execute("CREATE TABLE OrderLine (OrderNo int, Customer int, Product nvarchar(40), Description text, Quantity int)");
        for (var order = 1; order <= 10; order++)
        {
            var customer = ((order - 1) / 2) + 1;
            if (order <= 6)
            {
                Add(shop, order, customer, "bread", "Rye bread", 1);
                Add(shop, order, customer, "butter", "Salted butter", 2);
            }

            if (order % 2 == 0)
            {
                Add(shop, order, customer, "milk", "Whole milk", 1);
            }

            if (order > 6)
            {
                Add(shop, order, customer, "tea", "Green tea", 1);
            }
        }

        Add(shop, 10, 5, "bread", "Rye bread", -1);
        Add(shop, 9, 5, "bread", "Rye bread", -3);
        Add(shop, 9, 5, "butter", "Salted butter", 0);
        return shop;
    }

    public static void Add(Shop shop, object? order, object? customer, object? product, string? description, object? quantity) => shop.Execute(
        $"INSERT INTO OrderLine VALUES ({Sql(order)}, {Sql(customer)}, {Sql(product)}, {Sql(description)}, {Sql(quantity)})");

    public static TrainingRequest Request(string model = "Shop") => new()
    {
        Algorithm = "AssociationRules",
        ModelName = model,
        Source = new InteractionSource { Table = "OrderLine" },
        Options = Options(("MinCount", 2), ("MinConfidence", 0.1)),
        Split = new SplitRequest { Kind = SplitKind.None },
        Top = 3,
    };

    public static Dictionary<string, object?> Options(params (string Name, object? Value)[] options) => options.ToDictionary(option => option.Name, option => option.Value);

    public static List<AssociationRule> Rules(Shop shop, InteractionSource source, params (string Name, object? Value)[] options) =>
        [.. RuleFinder.Open(new RuleRequest { Source = source, Options = Options(options) }, shop.Connection, SilentObserver.Instance, default).FindRules(SilentObserver.Instance)];

    private static string Sql(object? value) => value switch
    {
        null => "NULL",
        string text => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'",
        _ => FormattableString.Invariant($"{value}"),
    };
}
