namespace RecTools.Algorithms;

/// <summary>A tree cut into groups of leaves.</summary>
public sealed record TreeCut
{
    private TreeCut(int[] groupOf, int groupCount) => (GroupOf, GroupCount) = (groupOf, groupCount);

    /// <summary>The group of each leaf; groups have numbers from 0, that of the earlier leaf the smaller one.</summary>
    public int[] GroupOf { get; }

    /// <summary>Number of groups.</summary>
    public int GroupCount { get; }

    /// <summary>The groups that were left when so many were.</summary>
    /// <param name="tree">The tree.</param>
    /// <param name="groupCount">1 to the number of leaves.</param>
    public static TreeCut ByCount(MergeTree tree, int groupCount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(groupCount, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(groupCount, tree.LeafCount);
        return Of(tree, merge => merge < tree.LeafCount - groupCount);
    }

    /// <summary>The largest groups in which no merge is higher than a height.</summary>
    /// <param name="tree">The tree.</param>
    /// <param name="height">The height, in the unit of the points.</param>
    public static TreeCut ByHeight(MergeTree tree, double height)
    {
        // Where a linkage merges lower later, what counts is the highest merge below.
        var highest = new double[tree.Height.Length];
        for (var merge = 0; merge < highest.Length; merge++)
        {
            highest[merge] = Math.Max(tree.Height[merge], Math.Max(HighestOf(tree.Left[merge]), HighestOf(tree.Right[merge])));
        }

        return Of(tree, merge => highest[merge] <= height);

        double HighestOf(int group) => group < tree.LeafCount ? 0 : highest[group - tree.LeafCount];
    }

    /// <summary>The group of each point.</summary>
    public int[] ToPoints(MergeTree tree) => tree.LeafOf is null ? GroupOf : [.. tree.LeafOf.Select(leaf => GroupOf[leaf])];

    private static TreeCut Of(MergeTree tree, Func<int, bool> isDone)
    {
        // From the last merge down: what was not merged passes its group on to its parts only if it is one.
        var top = new int[tree.LeafCount + tree.Height.Length];
        Array.Fill(top, -1);
        for (var merge = tree.Height.Length - 1; merge >= 0; merge--)
        {
            var made = tree.LeafCount + merge;
            if (top[made] < 0 && isDone(merge))
            {
                top[made] = made;
            }

            top[tree.Left[merge]] = top[tree.Right[merge]] = top[made];
        }

        var groupOf = new int[tree.LeafCount];
        var number = new Dictionary<int, int>();
        for (var leaf = 0; leaf < groupOf.Length; leaf++)
        {
            var group = top[leaf] < 0 ? leaf : top[leaf];
            if (!number.TryGetValue(group, out groupOf[leaf]))
            {
                groupOf[leaf] = number[group] = number.Count;
            }
        }

        return new TreeCut(groupOf, number.Count);
    }
}
