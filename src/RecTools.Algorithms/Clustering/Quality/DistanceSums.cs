using System.Runtime.Intrinsics;

namespace RecTools.Algorithms;

/// <summary>
/// Sums of the Euclidean distances of 32 points at once from a stretch of points, in the centered space. Distances are in single precision from
/// differences, so that near points lose nothing; their sums change to double precision every 64 points.
/// </summary>
internal sealed unsafe class DistanceSums
{
    private const int PointsInFloat = 64;
    private const int Lanes = PointBlocks.Lanes;
    private readonly PointBlocks blocks;
    private readonly AlignedBuffer rows;

    /// <summary>Prepares points.</summary>
    public DistanceSums(PointMatrix points, Workers workers)
    {
        blocks = new PointBlocks(points, CenteredSpace.Of(points, workers), workers);
        rows = new AlignedBuffer(points.Values.Length);
        for (var i = 0; i < points.Values.Length; i++)
        {
            rows.Start[i] = blocks.Space.Coordinate(points.Values[i], i % points.Dimension);
        }
    }

    /// <summary>The sum for each point of a block.</summary>
    /// <param name="block">Number of the block.</param>
    /// <param name="from">First point of the stretch.</param>
    /// <param name="to">The one after the last.</param>
    /// <param name="sums">Takes the sums.</param>
    public void Sum(int block, int from, int to, Span<double> sums)
    {
        sums.Clear();
        Span<float> part = stackalloc float[Lanes];
        for (var first = from; first < to; first += PointsInFloat)
        {
            fixed (float* target = part)
            {
                var last = Math.Min(to, first + PointsInFloat);
                if (Vector512.IsHardwareAccelerated)
                {
                    Sum512(blocks.Block(block), first, last, target);
                }
                else
                {
                    Sum256(blocks.Block(block), first, last, target);
                }
            }

            for (var lane = 0; lane < Lanes; lane++)
            {
                sums[lane] += part[lane];
            }
        }
    }

    private void Sum512(float* block, int from, int to, float* target)
    {
        var dimension = blocks.Points.Dimension;
        var (sumA, sumB) = (Vector512<float>.Zero, Vector512<float>.Zero);
        var row = rows.Start + ((long)from * dimension);
        var point = from;
        for (; point <= to - 2; point += 2, row += 2 * dimension)
        {
            var (a0, b0, a1, b1) = (Vector512<float>.Zero, Vector512<float>.Zero, Vector512<float>.Zero, Vector512<float>.Zero);
            var place = block;
            for (var i = 0; i < dimension; i++, place += Lanes)
            {
                var (x, y) = (Vector512.Load(place), Vector512.Load(place + 16));
                var (p, q) = (Vector512.Create(row[i]), Vector512.Create(row[i + dimension]));
                var (xp, yp, xq, yq) = (x - p, y - p, x - q, y - q);
                a0 = Vector512.FusedMultiplyAdd(xp, xp, a0);
                b0 = Vector512.FusedMultiplyAdd(yp, yp, b0);
                a1 = Vector512.FusedMultiplyAdd(xq, xq, a1);
                b1 = Vector512.FusedMultiplyAdd(yq, yq, b1);
            }

            sumA += Vector512.Sqrt(a0);
            sumB += Vector512.Sqrt(b0);
            sumA += Vector512.Sqrt(a1);
            sumB += Vector512.Sqrt(b1);
        }

        for (; point < to; point++, row += dimension)
        {
            var (a, b) = (Vector512<float>.Zero, Vector512<float>.Zero);
            for (var i = 0; i < dimension; i++)
            {
                var p = Vector512.Create(row[i]);
                var (x, y) = (Vector512.Load(block + (i * Lanes)) - p, Vector512.Load(block + (i * Lanes) + 16) - p);
                a = Vector512.FusedMultiplyAdd(x, x, a);
                b = Vector512.FusedMultiplyAdd(y, y, b);
            }

            sumA += Vector512.Sqrt(a);
            sumB += Vector512.Sqrt(b);
        }

        sumA.Store(target);
        sumB.Store(target + 16);
    }

    private void Sum256(float* block, int from, int to, float* target)
    {
        var dimension = blocks.Points.Dimension;
        for (var lane = 0; lane < Lanes; lane += 16)
        {
            var (sumA, sumB) = (Vector256<float>.Zero, Vector256<float>.Zero);
            var row = rows.Start + ((long)from * dimension);
            for (var point = from; point < to; point++, row += dimension)
            {
                var (a, b) = (Vector256<float>.Zero, Vector256<float>.Zero);
                var place = block + lane;
                for (var i = 0; i < dimension; i++, place += Lanes)
                {
                    var p = Vector256.Create(row[i]);
                    var (x, y) = (Vector256.Load(place) - p, Vector256.Load(place + 8) - p);
                    a = Vector256.FusedMultiplyAdd(x, x, a);
                    b = Vector256.FusedMultiplyAdd(y, y, b);
                }

                sumA += Vector256.Sqrt(a);
                sumB += Vector256.Sqrt(b);
            }

            sumA.Store(target + lane);
            sumB.Store(target + lane + 8);
        }
    }
}
