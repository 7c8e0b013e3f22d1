using System.Numerics.Tensors;
using System.Runtime.Intrinsics;

namespace RecTools.Algorithms;

/// <summary>
/// Groups by their means and sizes, as Ward's linkage needs them: s t / (s + t) x the squared distance of the means is what a merge adds to the
/// squares within groups. Needs no matrix of distances: 8 bytes a coordinate.
/// </summary>
internal sealed class WardGroups : IMergingGroups
{
    private const int Lanes = BlockDistances.Lanes;
    private const int BlocksInChunk = 64;

    // Products are compared instead of quotients; what may be nearer by this much is looked at again.
    private const double Slack = 1 + 1e-12;
    private readonly GroupPoints points;
    private readonly BlockScan scan;
    private readonly double[] sizes;
    private readonly double[] center;
    private int searching;

    /// <summary>Each point is a group.</summary>
    /// <param name="points">Means of the groups.</param>
    /// <param name="sizes">Points in each.</param>
    /// <param name="workers">Threads.</param>
    public WardGroups(PointMatrix points, int[] sizes, Workers workers)
    {
        this.points = new GroupPoints(points);
        this.sizes = new double[this.points.Capacity];
        center = new double[points.Dimension];
        scan = new BlockScan(points.Dimension, Search, workers);
        Count = points.Count;
        Array.Fill(this.sizes, 1);
        TensorPrimitives.ConvertTruncating<int, double>(sizes, this.sizes);
    }

    /// <inheritdoc/>
    public int Count { get; }

    /// <inheritdoc/>
    public Neighbor Nearest(int group)
    {
        points.CopyTo(group, center);
        searching = points.Slots.SlotOf(group);
        var nearest = scan.Nearest(points.BlockCount);
        return nearest with { Index = points.Slots.GroupOf(nearest.Index) };
    }

    /// <inheritdoc/>
    public void Merge(int from, int into)
    {
        var (dying, living) = (points.Slots.SlotOf(from), points.Slots.SlotOf(into));
        var together = sizes[dying] + sizes[living];
        points.Merge(from, into, sizes[dying] / together);
        sizes[living] = together;
        points.Compact(sizes);
    }

    /// <inheritdoc/>
    public double HeightOf(double distance) => Math.Sqrt(2 * distance);

    private Neighbor Search(int fromBlock, int toBlock)
    {
        Span<double> squares = stackalloc double[BlocksInChunk * Lanes];
        var size = sizes[searching];
        var (own, nearest) = (Vector256.Create(size), Neighbor.None);
        var bound = Vector256.Create(double.PositiveInfinity);
        for (var block = fromBlock; block < toBlock; block += BlocksInChunk)
        {
            var blocks = Math.Min(BlocksInChunk, toBlock - block);
            points.Squares(center, block, blocks, squares);
            var first = block * Lanes;
            if (searching >= first && searching < first + (blocks * Lanes))
            {
                squares[searching - first] = double.PositiveInfinity;
            }

            ref var square = ref squares[0];
            ref var other = ref sizes[first];
            for (nuint i = 0; i < (nuint)(blocks * Lanes); i += 4)
            {
                var (s, t) = (Vector256.LoadUnsafe(ref square, i), Vector256.LoadUnsafe(ref other, i));
                if (Vector256.LessThanAny(s * (own * t), bound * (own + t)))
                {
                    for (var lane = 0; lane < 4; lane++)
                    {
                        var distance = s[lane] * (size * t[lane] / (size + t[lane]));
                        if (distance < nearest.Distance)
                        {
                            nearest = new Neighbor(first + (int)i + lane, distance);
                        }
                    }

                    bound = Vector256.Create(nearest.Distance * Slack);
                }
            }
        }

        return nearest;
    }
}
