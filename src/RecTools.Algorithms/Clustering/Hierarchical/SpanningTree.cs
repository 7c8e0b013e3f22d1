using System.Runtime.Intrinsics;

namespace RecTools.Algorithms;

/// <summary>
/// Single linkage by a minimum spanning tree (Gower and Ross 1969), grown by Prim's algorithm (1957) without a matrix of distances: at each
/// step the point that is nearest to the tree joins it.
/// </summary>
/// <remarks>
/// A merge is told by the two points that joined one after the other: cutting all edges above a height leaves runs of points in the order they
/// joined in, which are the groups (Müllner 2011, 'Modern hierarchical, agglomerative clustering algorithms', MST-linkage).
/// </remarks>
internal sealed class SpanningTree
{
    private const int Lanes = BlockDistances.Lanes;
    private const int BlocksInChunk = 64;
    private readonly GroupPoints points;
    private readonly BlockScan scan;
    private readonly double[] reach;
    private readonly double[] joined;

    private SpanningTree(PointMatrix points, Workers workers)
    {
        this.points = new GroupPoints(points);
        reach = new double[this.points.Capacity];
        joined = new double[points.Dimension];
        scan = new BlockScan(points.Dimension, Search, workers);
        Array.Fill(reach, double.PositiveInfinity);
    }

    /// <summary>Merges all points into one group.</summary>
    public static MergeList Run(PointMatrix points, FitContext context)
    {
        var merges = new MergeList(points.Count, context);
        var tree = new SpanningTree(points, context.Workers);
        tree.Join(0);
        for (var last = 0; !merges.IsComplete;)
        {
            var nearest = tree.scan.Nearest(tree.points.BlockCount);
            var next = tree.points.Slots.GroupOf(nearest.Index);
            merges.Add(last, next, Math.Sqrt(nearest.Distance));
            tree.Join(next);
            last = next;
        }

        return merges;
    }

    private void Join(int point)
    {
        points.CopyTo(point, joined);
        reach[points.Slots.SlotOf(point)] = double.PositiveInfinity;
        points.Remove(point);
        if (points.Compact(reach))
        {
            reach.AsSpan(points.Slots.Count).Fill(double.PositiveInfinity);
        }
    }

    // Brings the distances to the tree up to date on the way.
    private Neighbor Search(int fromBlock, int toBlock)
    {
        Span<double> squares = stackalloc double[BlocksInChunk * Lanes];
        var (bound, nearest) = (Vector256.Create(double.PositiveInfinity), Neighbor.None);
        for (var block = fromBlock; block < toBlock; block += BlocksInChunk)
        {
            var blocks = Math.Min(BlocksInChunk, toBlock - block);
            points.Squares(joined, block, blocks, squares);
            var first = block * Lanes;
            ref var square = ref squares[0];
            ref var known = ref reach[first];
            for (nuint i = 0; i < (nuint)(blocks * Lanes); i += 4)
            {
                var shorter = Vector256.MinNative(Vector256.LoadUnsafe(ref square, i), Vector256.LoadUnsafe(ref known, i));
                shorter.StoreUnsafe(ref known, i);
                if (Vector256.LessThanAny(shorter, bound))
                {
                    for (var lane = 0; lane < 4; lane++)
                    {
                        if (shorter[lane] < nearest.Distance)
                        {
                            nearest = new Neighbor(first + (int)i + lane, shorter[lane]);
                        }
                    }

                    bound = Vector256.Create(nearest.Distance);
                }
            }
        }

        return nearest;
    }
}
