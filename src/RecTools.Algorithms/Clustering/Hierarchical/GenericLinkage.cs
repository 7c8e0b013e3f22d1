using System.Numerics.Tensors;

namespace RecTools.Algorithms;

/// <summary>
/// Centroid and median linkage by Müllner's generic algorithm (2011, 'Modern hierarchical, agglomerative clustering algorithms'): each group has a
/// bound on how near those after it can be, and the lowest bound is checked before it is believed. Works on centers, without a matrix of distances.
/// </summary>
internal sealed class GenericLinkage
{
    private readonly GroupPoints points;
    private readonly bool bySize;
    private readonly double[] sizes;
    private readonly double[] center;
    private readonly double[] squares;

    // By slot: no later group is nearer than this; infinite for the last and the dead.
    private readonly double[] bound;

    // By group: the later group that the bound is of, and whether it is so no more.
    private readonly int[] nearest;
    private readonly bool[] outdated;

    private GenericLinkage(PointMatrix points, int[] sizes, bool bySize)
    {
        this.points = new GroupPoints(points);
        this.bySize = bySize;
        center = new double[points.Dimension];
        squares = new double[this.points.Capacity];
        bound = new double[this.points.Capacity];
        Array.Fill(bound, double.PositiveInfinity);
        nearest = new int[points.Count];
        outdated = new bool[points.Count];
        this.sizes = [.. sizes];
    }

    /// <summary>Merges all points into one group.</summary>
    /// <param name="points">The points.</param>
    /// <param name="sizes">What each counts for.</param>
    /// <param name="bySize">Whether a merged center is the mean of all points (centroid) or lies half-way (median).</param>
    /// <param name="context">Threads, observer.</param>
    public static MergeList Run(PointMatrix points, int[] sizes, bool bySize, FitContext context)
    {
        var linkage = new GenericLinkage(points, sizes, bySize);
        var merges = new MergeList(points.Count, context);
        for (var group = 0; group < points.Count; group++)
        {
            linkage.Search(group);
        }

        while (!merges.IsComplete)
        {
            linkage.MergeNearest(merges);
        }

        return merges;
    }

    private void MergeNearest(MergeList merges)
    {
        var slots = points.Slots;
        var slot = TensorPrimitives.IndexOfMin(bound.AsSpan(0, slots.Count));
        var from = slots.GroupOf(slot);
        if (outdated[from])
        {
            Search(from);
            return;
        }

        var into = nearest[from];
        merges.Add(from, into, Math.Sqrt(bound[slot]));
        points.Merge(from, into, bySize ? sizes[from] / (sizes[from] + sizes[into]) : 0.5);
        sizes[into] += sizes[from];
        bound[slot] = double.PositiveInfinity;
        points.Compact(bound);
        Search(into);
        TellEarlier(from, into);
    }

    // Finds the nearest of the later groups.
    private void Search(int group)
    {
        var slot = points.Slots.SlotOf(group);
        points.CopyTo(group, center);
        var firstBlock = slot / BlockDistances.Lanes;
        var first = firstBlock * BlockDistances.Lanes;
        points.Squares(center, firstBlock, points.BlockCount - firstBlock, squares);
        var later = squares.AsSpan(slot + 1 - first, points.Slots.Count - slot - 1);
        outdated[group] = false;
        bound[slot] = double.PositiveInfinity;
        if (later.Length > 0)
        {
            var index = TensorPrimitives.IndexOfMin(later);
            bound[slot] = later[index];
            nearest[group] = points.Slots.GroupOf(slot + 1 + index);
        }
    }

    // Earlier groups may be nearer to the merged group than to any other; those whose nearest it was, or died, must look again.
    private void TellEarlier(int died, int merged)
    {
        var slots = points.Slots;
        var end = slots.SlotOf(merged);
        points.CopyTo(merged, center);
        points.Squares(center, 0, (end + BlockDistances.Lanes - 1) / BlockDistances.Lanes, squares);
        for (var slot = 0; slot < end; slot++)
        {
            var group = slots.GroupOf(slot);
            if (squares[slot] < bound[slot])
            {
                (bound[slot], nearest[group], outdated[group]) = (squares[slot], merged, false);
            }
            else if (nearest[group] == died || nearest[group] == merged)
            {
                outdated[group] = true;
            }
        }
    }
}
