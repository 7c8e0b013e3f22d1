using System.Numerics;
using System.Runtime.Intrinsics;

namespace RecTools.Algorithms;

/// <summary>
/// Finds the nearest center of each point of a block for certain: fast in single precision, and where rounding could have changed the answer,
/// again in double precision by the definition. Of equally near centers the first is taken.
/// </summary>
/// <remarks>
/// A score of a center c and a point x is off by at most g |c| (|c| / 2 + |x|), where g is the number of roundings times their size (Higham 2002,
/// 'Accuracy and Stability of Numerical Algorithms', chapter 3). A center longer than six times |x| plus twice the distance to the nearest one is
/// more than twice as far away as that, so that one far center does not make all points doubtful. One of these serves one thread.
/// </remarks>
internal sealed unsafe class NearestSearch
{
    private const int Lanes = PointBlocks.Lanes;

    // What may underflow to 0 in sums of squares of coordinates up to 1.
    private const float Underflow = 1e-30f;
    private readonly PointMatrix points;
    private readonly CenterTable centers;
    private readonly AlignedBuffer scratch = new(5 * Lanes);
    private readonly AlignedBuffer gathered;
    private readonly int[] index = GC.AllocateArray<int>(Lanes, pinned: true);
    private readonly ExactSearch exact;
    private readonly float slack;

    /// <summary>Makes the scratch space of one thread.</summary>
    public NearestSearch(PointMatrix points, CenterTable centers)
    {
        this.points = points;
        this.centers = centers;
        exact = new ExactSearch(centers);
        gathered = new AlignedBuffer(Lanes * points.Dimension);

        // So many features that the bound itself would be doubtful are all left to double precision.
        slack = points.Dimension > 100_000 ? float.PositiveInfinity : (points.Dimension + 4) * 1.05f / (1 << 24);
    }

    /// <summary>The nearest center of each point of the last block.</summary>
    public ReadOnlySpan<int> Nearest => index;

    /// <summary>Room for a block of points from anywhere.</summary>
    public float* Gathered => gathered.Start;

    private float* Best => scratch.Start;

    private float* Second => scratch.Start + Lanes;

    private float* Squares => scratch.Start + (2 * Lanes);

    private float* Error => scratch.Start + (3 * Lanes);

    private float* Bound => scratch.Start + (4 * Lanes);

    /// <summary>Finds the nearest centers.</summary>
    /// <param name="block">The points in the centered space.</param>
    /// <param name="ids">Their numbers; lanes beyond them are empty.</param>
    public void Find(float* block, ReadOnlySpan<int> ids)
    {
        fixed (int* nearest = index)
        {
            NearestKernel.Find(block, centers, Best, Second, nearest);
        }

        NearestKernel.SquaredLengths(block, centers.Dimension, Squares);
        for (var doubtful = Doubtful() & (uint)((1L << ids.Length) - 1); doubtful != 0; doubtful &= doubtful - 1)
        {
            var lane = BitOperations.TrailingZeroCount(doubtful);
            index[lane] = exact.Nearest(points[ids[lane]]);

            // The other one may be as near as this one.
            Second[lane] = Best[lane];
        }
    }

    /// <summary>For each point of the last block more than the distance to its center, in the centered space.</summary>
    public ReadOnlySpan<float> UpperBounds()
    {
        for (var lane = 0; lane < Lanes; lane += 8)
        {
            var squares = Vector256.Load(Squares + lane);
            var off = (2 * Vector256.Load(Error + lane)) + (slack * squares);
            var distance = Vector256.MaxNative(squares + (2 * Vector256.Load(Best + lane)), Vector256<float>.Zero);
            (Vector256.Sqrt(distance + off) * (1 + 1e-6f)).Store(Bound + lane);
        }

        return new(Bound, Lanes);
    }

    /// <summary>For each point of the last block less than the distance to any other center, in the centered space.</summary>
    public ReadOnlySpan<float> LowerBounds()
    {
        for (var lane = 0; lane < Lanes; lane += 8)
        {
            var squares = Vector256.Load(Squares + lane);
            var off = (2 * Vector256.Load(Error + lane)) + (slack * squares);
            var distance = ((squares + (2 * Vector256.Load(Second + lane))) * (1 - (4 * slack))) - off;
            (Vector256.Sqrt(Vector256.MaxNative(distance, Vector256<float>.Zero)) * (1 - 1e-6f)).Store(Bound + lane);
        }

        return new(Bound, Lanes);
    }

    // A bit for each lane whose two smallest scores are no further apart than both may be off.
    private uint Doubtful()
    {
        uint certain = 0;
        for (var lane = 0; lane < Lanes; lane += 8)
        {
            var squares = Vector256.Load(Squares + lane);
            var best = Vector256.Load(Best + lane);
            var length = Vector256.Sqrt(squares);
            var distance = Vector256.Sqrt(Vector256.MaxNative(squares + (2 * best), Vector256<float>.Zero));
            var reach = Vector256.MinNative(Vector256.Create(centers.Reach), ((6 * length) + (2 * distance)) * 1.001f);
            var error = (slack * reach * ((0.5f * reach) + length)) + Vector256.Create(Underflow);
            error.Store(Error + lane);

            // The last part is what double precision itself rounds off.
            var margin = (2.1f * error) + (slack * 1e-8f * (squares + (reach * reach)));
            certain |= Vector256.GreaterThan(Vector256.Load(Second + lane) - best, margin).ExtractMostSignificantBits() << lane;
        }

        return ~certain;
    }
}
