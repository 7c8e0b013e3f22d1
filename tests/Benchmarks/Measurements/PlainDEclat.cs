using RecTools.Algorithms;

namespace RecTools.Benchmarks;

/// <summary>
/// dEclat (Zaki and Gouda 2003): below the first level each itemset has the baskets that its prefix is in and it is not, which is short where items are
/// dense. What rule mining is measured against.
/// </summary>
internal static class PlainDEclat
{
    /// <summary>Number of itemsets in enough baskets.</summary>
    public static int Count(BasketSet baskets, int minCount)
    {
        var lists = new List<int>[baskets.ItemCount];
        for (var item = 0; item < lists.Length; item++)
        {
            lists[item] = [];
        }

        for (var basket = 0; basket < baskets.Count; basket++)
        {
            foreach (var item in baskets.ItemsOf(basket))
            {
                lists[item].Add(basket);
            }
        }

        int[][] frequent = [.. lists.Where(list => list.Count >= minCount).OrderBy(list => list.Count).Select(list => list.ToArray())];
        var buffer = new int[baskets.Count];
        var found = frequent.Length;
        for (var i = 0; i < frequent.Length; i++)
        {
            var next = new List<(int[] Without, int Count)>();
            for (var j = i + 1; j < frequent.Length; j++)
            {
                // Of a pair: the baskets of the first that the second is not in.
                Add(next, frequent[i], frequent[j], frequent[i].Length, minCount, buffer);
            }

            found += Extend(next, minCount, buffer);
        }

        return found;
    }

    private static int Extend(List<(int[] Without, int Count)> members, int minCount, int[] buffer)
    {
        var found = members.Count;
        for (var i = 0; i < members.Count - 1; i++)
        {
            var next = new List<(int[] Without, int Count)>();
            for (var j = i + 1; j < members.Count; j++)
            {
                // Of one item more: what the other lacks and this one does not.
                Add(next, members[j].Without, members[i].Without, members[i].Count, minCount, buffer);
            }

            found += next.Count == 0 ? 0 : Extend(next, minCount, buffer);
        }

        return found;
    }

    // Adds the difference of two ascending lists, unless it is so long that too few baskets are left.
    private static void Add(List<(int[] Without, int Count)> next, int[] from, int[] minus, int count, int minCount, int[] buffer)
    {
        var (size, at) = (0, 0);
        foreach (var basket in from)
        {
            while (at < minus.Length && minus[at] < basket)
            {
                at++;
            }

            if (at < minus.Length && minus[at] == basket)
            {
                continue;
            }

            if (count - size == minCount)
            {
                return;
            }

            buffer[size++] = basket;
        }

        next.Add((buffer[..size], count - size));
    }
}
