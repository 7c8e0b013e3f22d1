namespace RecTools.Data;

/// <summary>One line of an order.</summary>
internal readonly record struct SampleOrderLine(int OrderId, int Line, int Customer, int Product, int Quantity, double UnitPrice, DateTime OrderedAt);

/// <summary>Makes the orders.</summary>
internal static class OrderHistory
{
    private const double CancelledShare = 0.01;
    private const double LinesWithoutRules = 2.4;

    /// <summary>Orders of all customers, numbered in the order of time.</summary>
    public static List<SampleOrderLine> Make(TasteModel tastes, SeededRandom random)
    {
        var lines = new List<SampleOrderLine>(tastes.Customers.Length * 60);
        var order = 0;
        for (var customer = 0; customer < tastes.Customers.Length; customer++)
        {
            var own = tastes.Customers[customer];
            var chances = tastes.Chances(customer);
            var orders = Math.Max(1, (int)Math.Round(own.Group.Orders * own.Activity));
            for (var i = 0; i < orders; i++)
            {
                AddOrder(lines, tastes, order++, customer, chances, ref random);
            }
        }

        return Renumbered(lines, order);
    }

    private static void AddOrder(List<SampleOrderLine> lines, TasteModel tastes, int order, int customer, double[] chances, ref SeededRandom random)
    {
        var basket = new List<int>();
        var size = 1 + (int)(-LinesWithoutRules * Math.Log(1 - random.NextDouble()));
        for (var i = 0; i < Math.Min(size, 15); i++)
        {
            var product = TasteModel.Pick(chances, ref random);
            if (!basket.Contains(product))
            {
                basket.Add(product);
            }
        }

        foreach (var rule in PlantedRule.All)
        {
            if (basket.Contains(rule.Antecedent - 1) && !basket.Contains(rule.Consequent - 1) && random.NextDouble() < rule.Chance)
            {
                basket.Add(rule.Consequent - 1);
            }
        }

        var time = SampleShop.TimeOf(tastes.Customers[customer], ref random);
        var sign = random.NextDouble() < CancelledShare ? -1 : 1;
        for (var i = 0; i < basket.Count; i++)
        {
            var quantity = sign * (1 + (int)(-0.5 * Math.Log(1 - random.NextDouble())));
            lines.Add(new SampleOrderLine(order, i + 1, customer, basket[i], quantity, tastes.Products[basket[i]].Price, time));
        }
    }

    private static List<SampleOrderLine> Renumbered(List<SampleOrderLine> lines, int orders)
    {
        var times = new DateTime[orders];
        foreach (var line in lines)
        {
            times[line.OrderId] = line.OrderedAt;
        }

        var byTime = Enumerable.Range(0, orders).OrderBy(order => times[order]).ToArray();
        var number = new int[orders];
        for (var i = 0; i < orders; i++)
        {
            number[byTime[i]] = i + 1;
        }

        return [.. lines.Select(line => line with { OrderId = number[line.OrderId] }).OrderBy(line => line.OrderId).ThenBy(line => line.Line)];
    }
}
