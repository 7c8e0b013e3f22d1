namespace RecTools.Algorithms;

/// <summary>The order of leaves in which the lines of a drawn tree do not cross.</summary>
public static class LeafOrder
{
    /// <summary>
    /// The leaves from left to right: of two merged groups the one that was made lower comes first, a leaf before any group, and of two leaves, or
    /// two groups of one height, that of the smaller number.
    /// </summary>
    public static int[] Of(MergeTree tree)
    {
        var order = new int[tree.LeafCount];
        var next = 0;

        // A stack instead of recursion: a tree may be as deep as it has leaves.
        var open = new Stack<int>();
        open.Push(tree.LeafCount + tree.Height.Length - 1);
        while (open.TryPop(out var group))
        {
            if (group < tree.LeafCount)
            {
                order[next++] = group;
                continue;
            }

            var (first, second) = (tree.Left[group - tree.LeafCount], tree.Right[group - tree.LeafCount]);
            if (first >= tree.LeafCount && tree.Height[second - tree.LeafCount] < tree.Height[first - tree.LeafCount])
            {
                (first, second) = (second, first);
            }

            open.Push(second);
            open.Push(first);
        }

        return order;
    }

    /// <summary>For each pair of neighbours in an order of leaves the merge that brought them together.</summary>
    internal static int[] MergesBetween(MergeTree tree, int[] order)
    {
        // Each group is a run of the order; a merge joins two runs where one ends and the other begins.
        var position = new int[order.Length];
        for (var i = 0; i < order.Length; i++)
        {
            position[order[i]] = i;
        }

        var (first, last) = (new int[order.Length + tree.Height.Length], new int[order.Length + tree.Height.Length]);
        position.CopyTo(first, 0);
        position.CopyTo(last, 0);
        var between = new int[tree.Height.Length];
        for (var merge = 0; merge < between.Length; merge++)
        {
            var (left, right, made) = (tree.Left[merge], tree.Right[merge], order.Length + merge);
            if (first[right] < first[left])
            {
                (left, right) = (right, left);
            }

            between[last[left]] = merge;
            (first[made], last[made]) = (first[left], last[right]);
        }

        return between;
    }
}
