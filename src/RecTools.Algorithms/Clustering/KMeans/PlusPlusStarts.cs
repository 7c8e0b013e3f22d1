using System.Runtime.Intrinsics;

namespace RecTools.Algorithms;

/// <summary>
/// First centers by k-means++ (Arthur and Vassilvitskii 2007), each the best of several draws: points are drawn in proportion to their squared distance
/// from the centers so far, and of 2 + ln k drawn the one is taken that leaves the smallest sum of squared distances.
/// </summary>
internal sealed unsafe class PlusPlusStarts
{
    private const int Lanes = PointBlocks.Lanes;
    private const int BlocksInPiece = 128;
    private readonly PointBlocks blocks;
    private readonly Workers workers;
    private readonly AlignedBuffer nearest;
    private readonly int draws;
    private readonly float[] candidates;
    private readonly double[] sums;
    private readonly int pieces;

    private PlusPlusStarts(PointBlocks blocks, int clusterCount, Workers workers)
    {
        this.blocks = blocks;
        this.workers = workers;
        nearest = new AlignedBuffer(blocks.Count * Lanes);
        nearest.Span[..blocks.Points.Count].Fill(float.MaxValue);
        draws = 2 + (int)Math.Log(clusterCount);
        candidates = GC.AllocateArray<float>(draws * blocks.Points.Dimension, pinned: true);
        pieces = (blocks.Count + BlocksInPiece - 1) / BlocksInPiece;
        sums = new double[draws * pieces];
    }

    /// <summary>Draws starts.</summary>
    /// <param name="blocks">The points.</param>
    /// <param name="clusterCount">Number of starts.</param>
    /// <param name="random">The draws.</param>
    /// <param name="workers">Threads and cancellation.</param>
    /// <returns>The starts, row after row; all different where there are so many different points.</returns>
    public static double[] Draw(PointBlocks blocks, int clusterCount, SeededRandom random, Workers workers)
    {
        var (points, dimension) = (blocks.Points, blocks.Points.Dimension);
        var search = new PlusPlusStarts(blocks, clusterCount, workers);
        var starts = new double[clusterCount * dimension];
        var chosen = random.Next(points.Count);
        for (var center = 0; ; center++)
        {
            for (var i = 0; i < dimension; i++)
            {
                starts[(center * dimension) + i] = points[chosen][i];
            }

            if (center == clusterCount - 1)
            {
                return starts;
            }

            search.Measure([chosen], keep: true);
            chosen = search.Total(0) > 0 ? search.DrawNext(ref random) : DifferentFrom(points, starts.AsSpan(0, (center + 1) * dimension));
        }
    }

    private int DrawNext(ref SeededRandom random)
    {
        var total = Total(0);
        var drawn = new int[draws];
        var share = sums.AsSpan(0, pieces).ToArray();
        for (var draw = 0; draw < draws; draw++)
        {
            drawn[draw] = PointAt(share, random.NextDouble() * total);
        }

        Measure(drawn, keep: false);
        var best = 0;
        for (var draw = 1; draw < draws; draw++)
        {
            best = Total(draw) < Total(best) ? draw : best;
        }

        return drawn[best];
    }

    // The point at a place of the running sum of the squared distances: never one that is a center already.
    private int PointAt(double[] share, double place)
    {
        var piece = 0;
        for (; piece < pieces - 1 && (place >= share[piece] || share[piece] == 0); piece++)
        {
            place -= share[piece];
        }

        while (share[piece] == 0)
        {
            piece--;
        }

        var (from, to) = (piece * BlocksInPiece * Lanes, Math.Min((piece + 1) * BlocksInPiece * Lanes, blocks.Points.Count));
        var last = -1;
        for (var point = from; point < to && (last < 0 || place >= 0); point++)
        {
            if (nearest.Start[point] > 0)
            {
                last = point;
                place -= nearest.Start[point];
            }
        }

        return last;
    }

    // Points too near each other to be told apart in single precision.
    private static int DifferentFrom(PointMatrix points, ReadOnlySpan<double> starts)
    {
        for (var point = 0; point < points.Count; point++)
        {
            var isNew = true;
            for (var start = 0; start < starts.Length && isNew; start += points.Dimension)
            {
                var same = 0;
                while (same < points.Dimension && points[point][same] == starts[start + same])
                {
                    same++;
                }

                isNew = same < points.Dimension;
            }

            if (isNew)
            {
                return point;
            }
        }

        return 0;
    }

    private double Total(int draw)
    {
        double total = 0;
        foreach (var sum in sums.AsSpan(draw * pieces, pieces))
        {
            total += sum;
        }

        return total;
    }

    // What the sum of squared distances would be with each candidate, piece by piece.
    private void Measure(int[] drawn, bool keep)
    {
        var dimension = blocks.Points.Dimension;
        for (var draw = 0; draw < drawn.Length; draw++)
        {
            var source = blocks.Block(drawn[draw] / Lanes) + (drawn[draw] % Lanes);
            for (var i = 0; i < dimension; i++)
            {
                candidates[(draw * dimension) + i] = source[i * Lanes];
            }
        }

        workers.ForEachPiece(blocks.Count, BlocksInPiece, (from, to) =>
        {
            fixed (float* candidate = candidates)
            {
                Span<Vector256<double>> sum = stackalloc Vector256<double>[drawn.Length];
                for (var block = from; block < to; block++)
                {
                    for (var draw = 0; draw < sum.Length; draw++)
                    {
                        sum[draw] += Block(blocks.Block(block), candidate + (draw * dimension), dimension, nearest.Start + (block * Lanes), keep);
                    }
                }

                for (var draw = 0; draw < sum.Length; draw++)
                {
                    sums[(draw * pieces) + (from / BlocksInPiece)] = sum[draw][0] + sum[draw][1] + sum[draw][2] + sum[draw][3];
                }
            }
        });
    }

    private static Vector256<double> Block(float* block, float* candidate, int dimension, float* nearest, bool keep)
    {
        var total = Vector256<double>.Zero;
        for (var lane = 0; lane < Lanes; lane += 16)
        {
            var (low, high) = (Vector256<float>.Zero, Vector256<float>.Zero);
            var place = block + lane;
            for (var i = 0; i < dimension; i++, place += Lanes)
            {
                var center = Vector256.Create(candidate[i]);
                var (x, y) = (Vector256.Load(place) - center, Vector256.Load(place + 8) - center);
                low = Vector256.FusedMultiplyAdd(x, x, low);
                high = Vector256.FusedMultiplyAdd(y, y, high);
            }

            low = Vector256.MinNative(low, Vector256.Load(nearest + lane));
            high = Vector256.MinNative(high, Vector256.Load(nearest + lane + 8));
            if (keep)
            {
                low.Store(nearest + lane);
                high.Store(nearest + lane + 8);
            }

            var (a, b) = Vector256.Widen(low);
            var (c, d) = Vector256.Widen(high);
            total += (a + b) + (c + d);
        }

        return total;
    }
}
