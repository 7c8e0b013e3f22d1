using System.Numerics;
using System.Runtime.Intrinsics;

namespace RecTools.Algorithms;

/// <summary>
/// Fisher's randomization test of two models on the same users: if they are equally good, it makes no difference which of a user's two results is called whose.
/// All users' results are swapped or not at random, and the p-value is the share of such draws whose difference is as large as the one found.
/// </summary>
/// <remarks>
/// What is swapped is all that a user adds to a figure, value and weight, so that it works for a mean over users as for a root of a mean over rows.
/// Where few users differ, all ways to swap are gone through instead of drawn, and the p-value is exact. Otherwise it is (b + 1) / (n + 1) for b of n draws,
/// which never claims more than the draws can show (Phipson and Smyth 2010).
/// </remarks>
internal sealed class RandomizationTest
{
    private const int DrawsInPiece = 25;
    private const int UsersInWord = 64;
    private const double Rounding = 1e-12;

    // The draws of the bootstrap have the streams from 0 on.
    private const ulong FirstStream = 1UL << 32;

    private readonly UserMetric metric;
    private readonly double[] valueGaps;
    private readonly double[] weightGaps;
    private readonly bool weightsDiffer;
    private readonly int differing;
    private readonly (double Value, double Weight) own;
    private readonly (double Value, double Weight) other;

    /// <summary>Lays out what swapping a user moves from one model to the other.</summary>
    /// <param name="metric">Makes a figure of sums.</param>
    /// <param name="own">What each user adds to the first model's figure.</param>
    /// <param name="other">What each adds to the second's.</param>
    public RandomizationTest(UserMetric metric, WeightedValues own, WeightedValues other)
    {
        this.metric = metric;
        this.own = (own.Values.Sum(), own.Weights.Sum());
        this.other = (other.Values.Sum(), other.Weights.Sum());

        // Users with equal results do not change anything.
        int[] rows = [.. Enumerable.Range(0, own.Values.Length).Where(i => own.Values[i] != other.Values[i] || own.Weights[i] != other.Weights[i])];
        differing = rows.Length;
        var padded = (differing + UsersInWord - 1) / UsersInWord * UsersInWord;
        (valueGaps, weightGaps) = (new double[padded], new double[padded]);
        for (var i = 0; i < differing; i++)
        {
            valueGaps[i] = own.Values[rows[i]] - other.Values[rows[i]];
            weightGaps[i] = own.Weights[rows[i]] - other.Weights[rows[i]];
            weightsDiffer |= weightGaps[i] != 0;
        }
    }

    /// <summary>The probability of a difference at least this large, in either direction.</summary>
    /// <param name="draws">Draws, at least 1.</param>
    /// <param name="seed">Start of the draws; each has a stream of its own.</param>
    /// <param name="workers">Threads and cancellation.</param>
    public double PValue(int draws, long seed, Workers workers)
    {
        var isExact = differing < BitOperations.Log2((uint)draws) + 1;
        var count = isExact ? 1 << differing : draws;
        var smallest = Math.Abs(Difference(0, 0)) - (Rounding * (Math.Abs(Figure(own)) + Math.Abs(Figure(other))));
        var isAsLarge = new bool[count];
        workers.ForEachPiece(count, DrawsInPiece, () => new ulong[valueGaps.Length / UsersInWord], (from, to, swaps) =>
        {
            for (var draw = from; draw < to; draw++)
            {
                Fill(swaps, isExact ? (ulong)draw : null, new SeededRandom(seed, FirstStream + (ulong)draw));
                var difference = Difference(Sum(valueGaps, swaps), weightsDiffer ? Sum(weightGaps, swaps) : 0);

                // A draw that leaves a model without any figure (NaN) counts as large: in doubt for no difference.
                isAsLarge[draw] = !(Math.Abs(difference) < smallest);
            }
        });
        var large = isAsLarge.AsSpan().Count(true);
        return isExact ? (double)large / count : (large + 1.0) / (count + 1.0);
    }

    private static void Fill(Span<ulong> swaps, ulong? all, SeededRandom random)
    {
        for (var word = 0; word < swaps.Length; word++)
        {
            swaps[word] = all ?? random.NextUInt64();
        }
    }

    /// <summary>Sum of the values whose bit is set.</summary>
    private static double Sum(ReadOnlySpan<double> values, ReadOnlySpan<ulong> bits)
    {
        var (low, high) = (Vector256.Create(1L, 2, 4, 8), Vector256.Create(16L, 32, 64, 128));
        var (lowSum, highSum) = (Vector256<double>.Zero, Vector256<double>.Zero);
        for (var word = 0; word < bits.Length; word++)
        {
            var own = values.Slice(word * UsersInWord, UsersInWord);
            var left = bits[word];
            for (var user = 0; user < UsersInWord; user += 8, left >>= 8)
            {
                var spread = Vector256.Create((long)left);
                lowSum += Vector256.Create(own[user..]) & Vector256.Equals(spread & low, low).AsDouble();
                highSum += Vector256.Create(own[(user + 4)..]) & Vector256.Equals(spread & high, high).AsDouble();
            }
        }

        return Vector256.Sum(lowSum + highSum);
    }

    private double Difference(double movedValue, double movedWeight) =>
        Figure((own.Value - movedValue, own.Weight - movedWeight)) - Figure((other.Value + movedValue, other.Weight + movedWeight));

    private double Figure((double Value, double Weight) sums) => metric.Figure(sums.Value, sums.Weight);
}
