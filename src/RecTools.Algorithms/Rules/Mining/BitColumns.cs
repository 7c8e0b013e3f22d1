using System.Numerics;

namespace RecTools.Algorithms;

/// <summary>
/// Search with one bit a basket and item: the baskets that hold two itemsets are the AND of their columns. Best where baskets are few or items
/// dense in them (Eclat with bit sets, Zaki 2000).
/// </summary>
/// <param name="bounds">What to look for.</param>
/// <param name="mayGoOn">Asked now and then whether to go on.</param>
internal sealed class BitColumns(ItemsetBounds bounds, Func<ItemsetTree, bool> mayGoOn)
{
    // What a pair costs beside its words, and what counting one pair in a basket costs, in words of a column. Rough: the benchmark 'rules' shows what
    // either way alone takes.
    private const double CostOfPair = 4;
    private const double CostOfCount = 8;

    private ulong[] columns = new ulong[1 << 12];
    private int[] originals = new int[1 << 8];
    private int[] nodes = new int[1 << 8];
    private int[] sources = new int[1 << 8];
    private int words;
    private ItemsetTree tree = null!;

    /// <summary>Whether columns of bits cost less than copying and counting baskets.</summary>
    public static bool IsCheaper(ConditionalBaskets level)
    {
        // All pairs of columns, against all pairs within a basket.
        var pairs = (double)level.ItemCount * level.ItemCount / 2;
        var average = (double)level.EntryCount / level.Count;
        var words = (level.Count + 63) / 64;
        return pairs * (words + CostOfPair) < level.Count * average * average / 2 * CostOfCount;
    }

    /// <summary>Finds all itemsets that extend those of a level.</summary>
    /// <param name="level">The baskets and the items.</param>
    /// <param name="grown">Takes the itemsets.</param>
    /// <param name="size">Items in the itemsets of the level.</param>
    public void Search(ConditionalBaskets level, ItemsetTree grown, int size)
    {
        tree = grown;
        words = (level.Count + 63) / 64;
        Reserve(level.ItemCount);
        columns.AsSpan(0, level.ItemCount * words).Clear();
        for (var basket = 0; basket < level.Count; basket++)
        {
            var (word, bit) = (basket >> 6, 1UL << basket);
            foreach (var item in level.Basket(basket))
            {
                columns[(item * words) + word] |= bit;
            }
        }

        for (var item = 0; item < level.ItemCount; item++)
        {
            originals[item] = level.OriginalOf(item);
            nodes[item] = level.NodeOf(item);
        }

        Search(0, level.ItemCount, size);
    }

    // Columns from begin on are those of the items that extend one itemset; columns from end on are free.
    private void Search(int begin, int end, int size)
    {
        for (var item = begin + 1; item < end && mayGoOn(tree); item++)
        {
            var next = end;
            Reserve(end + item - begin);
            for (var other = begin; other < item; other++)
            {
                var count = CountBoth(item, other);
                if (count >= bounds.MinCount && bounds.MayJoin(originals[item], originals[other]))
                {
                    originals[next] = originals[other];
                    nodes[next] = tree.Add(nodes[item], originals[other], count);

                    // Until it is known that there are two of them, only where the column came from is kept.
                    sources[next] = other;
                    next++;
                }
            }

            if (next - end < 2 || size + 1 == bounds.MaxItems)
            {
                continue;
            }

            for (var i = end; i < next; i++)
            {
                And(item, sources[i], i);
            }

            Search(end, next, size + 1);
        }
    }

    private int CountBoth(int a, int b)
    {
        var left = columns.AsSpan(a * words, words);
        var right = columns.AsSpan(b * words, words);
        var count = 0;
        for (var i = 0; i < left.Length; i++)
        {
            count += BitOperations.PopCount(left[i] & right[i]);
        }

        return count;
    }

    private void And(int a, int b, int target)
    {
        var left = columns.AsSpan(a * words, words);
        var right = columns.AsSpan(b * words, words);
        var both = columns.AsSpan(target * words, words);
        for (var i = 0; i < left.Length; i++)
        {
            both[i] = left[i] & right[i];
        }
    }

    private void Reserve(int columnCount)
    {
        if (columnCount > nodes.Length)
        {
            var size = Math.Max(columnCount, 2 * nodes.Length);
            Array.Resize(ref nodes, size);
            Array.Resize(ref originals, size);
            Array.Resize(ref sources, size);
        }

        if ((long)columnCount * words > columns.Length)
        {
            Array.Resize(ref columns, Math.Max(columnCount * words, 2 * columns.Length));
        }
    }
}
