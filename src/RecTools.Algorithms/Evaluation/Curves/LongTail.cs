namespace RecTools.Algorithms;

/// <summary>How much of the rows and of the lists goes to the most popular items (the long tail of Anderson 2006, as a Lorenz curve).</summary>
public static class LongTail
{
    private const int Points = 50;

    /// <summary>The curve: items by their training rows, most first, and what those up to a place hold.</summary>
    /// <param name="train">Users by items.</param>
    /// <param name="lists">Lists of recommendations.</param>
    /// <returns>
    /// About fifty points, dense where items are popular, the last of all items; fewer with fewer items, none without a row or without a list.
    /// </returns>
    public static LongTailPoint[] Of(SparseMatrix train, TopLists lists)
    {
        var places = CountPlaces(lists, train.ColumnCount);
        var (rowTotal, placeTotal) = ((double)train.EntryCount, (double)places.Sum());
        if (rowTotal == 0 || placeTotal == 0)
        {
            return [];
        }

        var rows = train.CountColumns();
        int[] order = [.. Enumerable.Range(0, rows.Length).OrderByDescending(item => rows[item])];
        var points = new List<LongTailPoint>(Points);
        long rowSum = 0;
        long placeSum = 0;
        for (var (point, done) = (1, 0); done < order.Length; point++)
        {
            var share = (double)point / Points;
            var end = Math.Min(order.Length, Math.Max(done + 1, (int)Math.Ceiling(order.Length * share * share)));
            for (; done < end; done++)
            {
                rowSum += rows[order[done]];
                placeSum += places[order[done]];
            }

            points.Add(new LongTailPoint((double)done / order.Length, rowSum / rowTotal, placeSum / placeTotal));
        }

        return [.. points];
    }

    private static long[] CountPlaces(TopLists lists, int itemCount)
    {
        var places = new long[itemCount];
        for (var user = lists.FirstUser; user < lists.FirstUser + lists.UserCount; user++)
        {
            foreach (var entry in lists.Of(user))
            {
                places[entry.Item]++;
            }
        }

        return places;
    }
}
