using RecTools.Algorithms;

namespace RecTools.Benchmarks;

/// <summary>Eclat as a textbook has it (Zaki 2000): sorted lists of baskets, met pair by pair. What rule mining is measured against in the same process.</summary>
internal static class PlainEclat
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

        return Extend([.. lists.Where(list => list.Count >= minCount).OrderBy(list => list.Count)], minCount);
    }

    private static int Extend(List<List<int>> lists, int minCount)
    {
        var found = lists.Count;
        for (var i = 0; i < lists.Count; i++)
        {
            var next = new List<List<int>>();
            for (var j = i + 1; j < lists.Count; j++)
            {
                var both = Meet(lists[i], lists[j]);
                if (both.Count >= minCount)
                {
                    next.Add(both);
                }
            }

            found += next.Count == 0 ? 0 : Extend(next, minCount);
        }

        return found;
    }

    private static List<int> Meet(List<int> left, List<int> right)
    {
        var both = new List<int>();
        for (int i = 0, j = 0; i < left.Count && j < right.Count;)
        {
            if (left[i] == right[j])
            {
                both.Add(left[i]);
                (i, j) = (i + 1, j + 1);
            }
            else if (left[i] < right[j])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return both;
    }
}
