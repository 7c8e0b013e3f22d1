namespace RecTools.Reporting;

/// <summary>A branch at the foot of a drawn tree: a leaf, or a group whose merges are not drawn.</summary>
/// <param name="Group">The number of the leaf or group.</param>
/// <param name="Size">How many points it holds.</param>
/// <param name="Leaves">How many leaves it holds.</param>
/// <param name="Height">Where its last merge happened; 0 for a leaf.</param>
/// <param name="Cluster">The place of its cluster; -1 where it holds several.</param>
internal readonly record struct Branch(int Group, long Size, int Leaves, double Height, int Cluster);

/// <summary>A merge as it is drawn: two posts and a beam.</summary>
/// <param name="LeftX">The left post's place.</param>
/// <param name="LeftFoot">Where the left post begins.</param>
/// <param name="RightX">The right post's place.</param>
/// <param name="RightFoot">Where the right post begins.</param>
/// <param name="Height">Where the beam is.</param>
/// <param name="LeftCluster">The place of the left group's cluster; -1 where it holds several.</param>
/// <param name="RightCluster">The same of the right group.</param>
/// <param name="Cluster">The same of both together.</param>
internal readonly record struct DrawnMerge(
    double LeftX, double LeftFoot, double RightX, double RightFoot, double Height, int LeftCluster, int RightCluster, int Cluster);

/// <summary>Where the last merges of a tree are drawn.</summary>
internal sealed class DendrogramLayout
{
    private readonly DendrogramData data;
    private readonly int leafCount;
    private readonly int[] cluster;
    private readonly int[] leaves;
    private readonly long[] size;
    private readonly int[] first;

    /// <summary>Lays out a tree.</summary>
    /// <param name="data">The tree.</param>
    /// <param name="branchLimit">Branches drawn at most.</param>
    public DendrogramLayout(DendrogramData data, int branchLimit)
    {
        this.data = data;
        leafCount = data.LeafOrder.Length;
        cluster = new int[leafCount + data.Height.Length];
        leaves = new int[cluster.Length];
        size = new long[cluster.Length];
        first = new int[cluster.Length];
        Describe();
        var firstDrawn = Math.Max(0, leafCount - branchLimit);
        Branches = [.. FindBranches(leafCount + firstDrawn).OrderBy(group => first[group]).Select(BranchOf)];
        Merges = [.. Place(firstDrawn)];
    }

    /// <summary>The branches at the foot, from left to right; the first is at place 0, the next at 1.</summary>
    public IReadOnlyList<Branch> Branches { get; }

    /// <summary>The merges drawn.</summary>
    public IReadOnlyList<DrawnMerge> Merges { get; }

    /// <summary>Whether groups are drawn in the place of leaves.</summary>
    public bool IsTruncated => Branches.Count < leafCount;

    /// <summary>Height of the highest merge.</summary>
    public double Top => data.Height.Length == 0 ? 0 : data.Height.Max();

    /// <summary>The given height of the cut; else halfway between the merges that it parts; null where no height parts them.</summary>
    public double? FindCut()
    {
        if (data.CutHeight is not null)
        {
            return data.CutHeight;
        }

        var (below, above) = (0.0, double.PositiveInfinity);
        for (var i = 0; i < data.Height.Length; i++)
        {
            if (cluster[leafCount + i] >= 0)
            {
                below = Math.Max(below, data.Height[i]);
            }
            else
            {
                above = Math.Min(above, data.Height[i]);
            }
        }

        return above == double.PositiveInfinity || above <= below ? null : (below + above) / 2;
    }

    // Groups are only made of groups made before, so one pass upwards is enough.
    private void Describe()
    {
        for (var place = 0; place < leafCount; place++)
        {
            first[data.LeafOrder[place]] = place;
        }

        for (var leaf = 0; leaf < leafCount; leaf++)
        {
            (cluster[leaf], leaves[leaf], size[leaf]) = (data.ClusterOfLeaf[leaf], 1, data.LeafSizes?[leaf] ?? 1);
        }

        for (var i = 0; i < data.Height.Length; i++)
        {
            var (group, left, right) = (leafCount + i, data.Left[i], data.Right[i]);
            cluster[group] = cluster[left] == cluster[right] ? cluster[left] : -1;
            leaves[group] = leaves[left] + leaves[right];
            size[group] = size[left] + size[right];
            first[group] = Math.Min(first[left], first[right]);
        }
    }

    private List<int> FindBranches(int firstDrawnGroup)
    {
        if (data.Height.Length == 0)
        {
            return [.. data.LeafOrder];
        }

        var branches = new List<int>();
        for (var i = firstDrawnGroup - leafCount; i < data.Height.Length; i++)
        {
            branches.AddRange(new[] { data.Left[i], data.Right[i] }.Where(group => group < firstDrawnGroup));
        }

        return branches;
    }

    private Branch BranchOf(int group) =>
        new(group, size[group], leaves[group], group < leafCount ? 0 : data.Height[group - leafCount], cluster[group]);

    private IEnumerable<DrawnMerge> Place(int firstDrawn)
    {
        var place = new Dictionary<int, (double X, double Foot)>();
        for (var i = 0; i < Branches.Count; i++)
        {
            place[Branches[i].Group] = (i, Branches[i].Height);
        }

        for (var i = firstDrawn; i < data.Height.Length; i++)
        {
            var (left, right) = first[data.Left[i]] < first[data.Right[i]] ? (data.Left[i], data.Right[i]) : (data.Right[i], data.Left[i]);
            place[leafCount + i] = ((place[left].X + place[right].X) / 2, data.Height[i]);
            yield return new DrawnMerge(
                place[left].X, place[left].Foot, place[right].X, place[right].Foot, data.Height[i], cluster[left], cluster[right], cluster[leafCount + i]);
        }
    }
}
