namespace RecTools.Algorithms;

/// <summary>Collects merges as an algorithm finds them, each by one leaf of either side, and makes the tree of them.</summary>
/// <param name="leafCount">Number of leaves.</param>
/// <param name="context">Hears progress; stops the work.</param>
internal sealed class MergeList(int leafCount, FitContext context)
{
    private const int MergesBetweenLooks = 64;
    private readonly int[] first = new int[leafCount - 1];
    private readonly int[] second = new int[leafCount - 1];
    private readonly double[] height = new double[leafCount - 1];

    /// <summary>Merges so far.</summary>
    public int Count { get; private set; }

    /// <summary>Whether all is one group.</summary>
    public bool IsComplete => Count == height.Length;

    /// <summary>Adds a merge.</summary>
    /// <param name="leaf">Any leaf of one group.</param>
    /// <param name="other">Any leaf of the other.</param>
    /// <param name="at">Height of the merge.</param>
    public void Add(int leaf, int other, double at)
    {
        (first[Count], second[Count], height[Count]) = (leaf, other, at);
        if (Count++ % MergesBetweenLooks == 0)
        {
            context.Workers.Cancellation.ThrowIfCancellationRequested();
            context.Observer.Progress("Fit", Count, height.Length);
        }
    }

    /// <summary>The tree.</summary>
    /// <param name="leafSizes">Points in each leaf.</param>
    /// <param name="byHeight">Whether merges are put in the order of their heights; otherwise they are in the order they happened in.</param>
    public MergeTree ToTree(int[] leafSizes, bool byHeight)
    {
        int[] order = [.. Enumerable.Range(0, Count)];
        if (byHeight)
        {
            order = [.. order.OrderBy(merge => height[merge])];
        }

        var (left, right, heights, size) = (new int[Count], new int[Count], new double[Count], new int[Count]);
        int[] parent = [.. Enumerable.Range(0, leafCount)];
        int[] label = [.. parent];
        int[] points = [.. leafSizes];
        for (var i = 0; i < Count; i++)
        {
            var (root, other) = (RootOf(parent, first[order[i]]), RootOf(parent, second[order[i]]));
            (left[i], right[i]) = (Math.Min(label[root], label[other]), Math.Max(label[root], label[other]));
            heights[i] = height[order[i]];
            size[i] = points[root] += points[other];
            parent[other] = root;
            label[root] = leafCount + i;
        }

        return new MergeTree(leafCount, left, right, heights, size);
    }

    private static int RootOf(int[] parent, int leaf)
    {
        while (parent[leaf] != leaf)
        {
            // Halves the path: later look-ups are short.
            parent[leaf] = parent[parent[leaf]];
            leaf = parent[leaf];
        }

        return leaf;
    }
}
