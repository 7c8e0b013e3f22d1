using RecTools.Algorithms;

namespace RecTools.Benchmarks;

/// <summary>
/// FP-growth (Han, Pei, Yin 2000): baskets as a tree of their items by falling count, and for each item the tree of what comes before it. Nodes are
/// numbers in arrays. What rule mining is measured against.
/// </summary>
internal sealed class PlainFPGrowth
{
    private readonly int minCount;
    private readonly List<int> parent = [-1];
    private readonly List<int> item = [-1];
    private readonly List<int> count = [0];
    private readonly List<int> nextOfItem = [-1];
    private readonly Dictionary<(int Parent, int Item), int> child = [];
    private readonly int[] lastOfItem;
    private readonly int[] totals;

    private PlainFPGrowth(int items, int minCount)
    {
        this.minCount = minCount;
        lastOfItem = new int[items];
        totals = new int[items];
        Array.Fill(lastOfItem, -1);
    }

    /// <summary>Number of itemsets in enough baskets.</summary>
    public static int Count(BasketSet baskets, int minCount)
    {
        var counts = baskets.CountItems();
        int[] frequent = [.. Enumerable.Range(0, counts.Length).Where(item => counts[item] >= minCount).OrderByDescending(item => counts[item])];
        var rank = new int[counts.Length];
        Array.Fill(rank, -1);
        for (var i = 0; i < frequent.Length; i++)
        {
            rank[frequent[i]] = i;
        }

        var tree = new PlainFPGrowth(frequent.Length, minCount);
        var path = new List<int>();
        for (var basket = 0; basket < baskets.Count; basket++)
        {
            path.Clear();
            foreach (var entry in baskets.ItemsOf(basket))
            {
                if (rank[entry] >= 0)
                {
                    path.Add(rank[entry]);
                }
            }

            path.Sort();
            tree.Insert(path, 1);
        }

        return tree.Grow();
    }

    private void Insert(List<int> path, int times)
    {
        var node = 0;
        foreach (var entry in path)
        {
            if (!child.TryGetValue((node, entry), out var next))
            {
                child[(node, entry)] = next = parent.Count;
                parent.Add(node);
                item.Add(entry);
                count.Add(0);
                nextOfItem.Add(lastOfItem[entry]);
                lastOfItem[entry] = next;
            }

            count[next] += times;
            totals[entry] += times;
            node = next;
        }
    }

    private int Grow()
    {
        var found = 0;
        for (var last = totals.Length - 1; last >= 0; last--)
        {
            if (totals[last] < minCount)
            {
                continue;
            }

            found++;
            var before = CountBefore(last);
            if (Array.Exists(before, times => times >= minCount))
            {
                found += TreeBefore(last, before).Grow();
            }
        }

        return found;
    }

    private int[] CountBefore(int last)
    {
        var before = new int[last];
        for (var node = lastOfItem[last]; node >= 0; node = nextOfItem[node])
        {
            for (var above = parent[node]; above > 0; above = parent[above])
            {
                before[item[above]] += count[node];
            }
        }

        return before;
    }

    private PlainFPGrowth TreeBefore(int last, int[] before)
    {
        var tree = new PlainFPGrowth(last, minCount);
        var path = new List<int>();
        for (var node = lastOfItem[last]; node >= 0; node = nextOfItem[node])
        {
            path.Clear();
            for (var above = parent[node]; above > 0; above = parent[above])
            {
                if (before[item[above]] >= minCount)
                {
                    path.Add(item[above]);
                }
            }

            path.Reverse();
            tree.Insert(path, count[node]);
        }

        return tree;
    }
}
