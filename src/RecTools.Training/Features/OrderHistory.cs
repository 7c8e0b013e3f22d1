using RecTools.Algorithms;

namespace RecTools.Training;

/// <summary>Lines of orders as numbers: who bought what, and in which order.</summary>
internal sealed class OrderHistory
{
    private readonly ChunkedList<int> customerCodes = new();
    private readonly ChunkedList<int> orderCodes = new();
    private readonly ChunkedList<int> itemCodes = new();
    private int customerCount;
    private int[] customer = [];
    private int[] order = [];
    private int[] item = [];

    /// <summary>Number of lines.</summary>
    public int Count => customerCodes.Count;

    /// <summary>Adds a line.</summary>
    /// <param name="customerCode">Code of the customer.</param>
    /// <param name="orderCode">Code of the order, or number of the day that stands for it.</param>
    /// <param name="itemCode">Code of the item; -1 where items are not known.</param>
    public void Add(int customerCode, int orderCode, int itemCode)
    {
        customerCodes.Add(customerCode);
        orderCodes.Add(orderCode);
        itemCodes.Add(itemCode);
    }

    /// <summary>Puts places in canonical order where the codes were.</summary>
    /// <param name="customerPlace">Place of each customer.</param>
    /// <param name="orderPlace">Place of each order; null where days stand for them.</param>
    /// <param name="itemPlace">Place of each item; null where items are not known.</param>
    public void Seal(int[] customerPlace, int[]? orderPlace, int[]? itemPlace)
    {
        customerCount = customerPlace.Length;
        customer = Array.ConvertAll(customerCodes.Drain(), code => customerPlace[code]);
        order = orderCodes.Drain();
        var firstDay = orderPlace is null ? order.Min() : 0;
        order = Array.ConvertAll(order, code => orderPlace is null ? code - firstDay : orderPlace[code]);
        item = Array.ConvertAll(itemCodes.Drain(), code => itemPlace is null ? 0 : itemPlace[code]);
    }

    /// <summary>For each customer the number of his orders.</summary>
    public double[] OrdersOfCustomers() => CountDistinct(order, order.Max() + 1, null);

    /// <summary>For each customer the mean number of different items in his orders.</summary>
    public double[] ItemsOfOrders()
    {
        var pairs = CountDistinct(order, order.Max() + 1, item);
        return [.. pairs.Zip(OrdersOfCustomers(), (items, orders) => items / orders)];
    }

    /// <summary>Which customer bought which item.</summary>
    public SparseMatrix CustomersByItems(int itemCount)
    {
        var sorted = CountingSort.Order(customer, customerCount, CountingSort.Order(item, itemCount, null, out _), out var lineStart);
        var start = new int[customerCount + 1];
        var bought = new List<int>();
        for (var buyer = 0; buyer < customerCount; buyer++)
        {
            for (var i = lineStart[buyer]; i < lineStart[buyer + 1]; i++)
            {
                if (i == lineStart[buyer] || item[sorted[i]] != item[sorted[i - 1]])
                {
                    bought.Add(item[sorted[i]]);
                }
            }

            start[buyer + 1] = bought.Count;
        }

        var ones = new float[bought.Count];
        Array.Fill(ones, 1);
        return new SparseMatrix(itemCount, start, [.. bought], ones);
    }

    // Different keys, or pairs of a key and a second one, among the lines of each customer.
    private double[] CountDistinct(int[] key, int keyCount, int[]? second)
    {
        var sorted = second is null ? null : CountingSort.Order(second, second.Max() + 1, null, out _);
        sorted = CountingSort.Order(key, keyCount, sorted, out _);
        sorted = CountingSort.Order(customer, customerCount, sorted, out var start);
        var count = new double[customerCount];
        for (var buyer = 0; buyer < customerCount; buyer++)
        {
            for (var i = start[buyer]; i < start[buyer + 1]; i++)
            {
                var isNew = i == start[buyer] || key[sorted[i]] != key[sorted[i - 1]] || (second is not null && second[sorted[i]] != second[sorted[i - 1]]);
                count[buyer] += isNew ? 1 : 0;
            }
        }

        return count;
    }
}
