using RecTools.Algorithms;

namespace RecTools.Training;

/// <summary>Brings rows into the order of their customers, and makes one of several rows of a customer as a policy says.</summary>
internal sealed class CustomerMerger
{
    private readonly DuplicatePolicy policy;
    private readonly int[] order;
    private readonly int[] start;

    /// <summary>Looks for customers with several rows.</summary>
    /// <param name="customer">Customer of each row.</param>
    /// <param name="ids">Ids of the customers.</param>
    /// <param name="source">The source, for messages.</param>
    /// <param name="policy">What to do with them: Mean, Sum or Max; else it is an error that there are any.</param>
    /// <exception cref="RecException"><c>DuplicateCustomers</c>, naming the first.</exception>
    public CustomerMerger(int[] customer, IdSet ids, InteractionSource source, DuplicatePolicy policy)
    {
        this.policy = policy;
        order = CountingSort.Order(customer, ids.Count, null, out start);
        int[] several = [.. Enumerable.Range(0, ids.Count).Where(i => start[i + 1] - start[i] > 1)];
        if (several.Length > 0 && policy is not (DuplicatePolicy.Mean or DuplicatePolicy.Sum or DuplicatePolicy.Max))
        {
            var first = several[0];
            throw new RecException(
                "DuplicateCustomers", RecErrorKind.Data,
                $"{several.Length:N0} customers have more than one row in {source}, such as '{ids.Text(first)}' with {start[first + 1] - start[first]}.",
                "One row must stand for a customer: GROUP BY in -Query, give -Duplicates Mean, Sum or Max, or for lines of orders -OrderFeature.", ids[first]);
        }
    }

    /// <summary>The number of each customer.</summary>
    public double[] Merge(double[] values) => Merge(values, rows =>
    {
        // In ascending order, so that the order of the rows does not show in the last digit.
        double[] known = [.. rows.Where(double.IsFinite).Order()];
        return known.Length == 0 ? double.NaN : policy switch
        {
            DuplicatePolicy.Sum => known.Sum(),
            DuplicatePolicy.Max => known[^1],
            _ => known.Average(),
        };
    });

    /// <summary>The category of each customer: of several the first in their order.</summary>
    public int[] Merge(int[] codes) => Merge(codes, rows => rows.Where(code => code >= 0).DefaultIfEmpty(-1).Min());

    private T[] Merge<T>(T[] values, Func<IEnumerable<T>, T> merge)
    {
        var merged = new T[start.Length - 1];
        for (var i = 0; i < merged.Length; i++)
        {
            merged[i] = start[i + 1] - start[i] == 1
                ? values[order[start[i]]]
                : merge(order[start[i]..start[i + 1]].Select(row => values[row]));
        }

        return merged;
    }
}
