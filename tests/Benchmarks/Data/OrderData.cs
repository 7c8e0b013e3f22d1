using RecTools.Algorithms;
using RecTools.Data;

namespace RecTools.Benchmarks;

/// <summary>Who bought what in which order: lines without a customer, or of a quantity of zero or below, are left out.</summary>
/// <param name="Histories">Customers by items.</param>
/// <param name="Baskets">Orders.</param>
/// <param name="CustomerOf">Customer of each order.</param>
internal sealed record OrderData(SparseMatrix Histories, BasketSet Baskets, int[] CustomerOf)
{
    /// <summary>Reads lines of orders.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="order">Name of the column of orders; that of the other columns follow.</param>
    /// <param name="customer">Column of customers.</param>
    /// <param name="item">Column of items.</param>
    /// <param name="quantity">Column of quantities.</param>
    public static OrderData Read(RowReader rows, string order, string customer, string item, string quantity)
    {
        int[] place = [.. new[] { order, customer, item, quantity }.Select(name => rows.Columns.Select(column => column.Name).ToList().IndexOf(name))];
        Dictionary<string, int> orders = [], customers = [], items = [];
        List<int> customerOf = [];
        var baskets = new List<SortedSet<int>>();
        while (rows.Read())
        {
            if (Text(rows, place[1]) is "" || Text(rows, place[3]).StartsWith('-') || Text(rows, place[3]) is "0")
            {
                continue;
            }

            var basket = Number(orders, Text(rows, place[0]));
            if (basket == baskets.Count)
            {
                baskets.Add([]);
                customerOf.Add(Number(customers, Text(rows, place[1])));
            }

            baskets[basket].Add(Number(items, Text(rows, place[2])));
        }

        int[] users = [.. baskets.SelectMany((basket, i) => Enumerable.Repeat(customerOf[i], basket.Count))];
        int[] columns = [.. baskets.SelectMany(basket => basket)];
        var pairs = users.Zip(columns).Distinct().ToArray();
        var histories = SparseMatrix.FromEntries(
            customers.Count, items.Count, [.. pairs.Select(pair => pair.First)], [.. pairs.Select(pair => pair.Second)], [.. pairs.Select(_ => 1f)]);
        return new OrderData(histories, BasketFile.ToSet(baskets, items.Count), [.. customerOf]);
    }

    /// <summary>Each history as a basket.</summary>
    public static OrderData FromHistories(SparseMatrix histories) =>
        new(histories, BasketSet.FromRows(histories), [.. Enumerable.Range(0, histories.RowCount)]);

    /// <summary>The orders without what their customers do not have in a part of the histories.</summary>
    public BasketSet Within(SparseMatrix part) => Baskets.Where((basket, item) => part.ColumnsOf(CustomerOf[basket]).BinarySearch(item) >= 0);

    private static string Text(RowReader rows, int column) => rows.Kind(column) switch
    {
        CellKind.Int64 => rows.GetInt64(column).ToString(System.Globalization.CultureInfo.InvariantCulture),
        CellKind.Text => rows.GetText(column).ToString(),
        _ => "",
    };

    private static int Number(Dictionary<string, int> numbers, string text) =>
        numbers.TryGetValue(text, out var number) ? number : numbers[text] = numbers.Count;
}
