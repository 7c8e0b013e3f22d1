using System.Runtime.Intrinsics;

namespace RecTools.Algorithms;

/// <summary>
/// Finds the nearest center of each point of a block by |c|^2 / 2 - x'c, which is in the order of the distance and takes one fused multiply-add a
/// feature. Four centers by 32 points stay in registers; points lie across the lanes, so that the smallest is found without crossing them.
/// </summary>
/// <remarks>Each score is one chain of fused multiply-adds in the order of the features: any vector width gives the same bits.</remarks>
internal static unsafe class NearestKernel
{
    /// <summary>Finds the nearest center and the score of the one after it.</summary>
    /// <param name="block">Points, <see cref="PointBlocks.Lanes"/> of them, feature by feature.</param>
    /// <param name="centers">The centers.</param>
    /// <param name="best">Takes the smallest score of each point.</param>
    /// <param name="second">Takes the second smallest; the largest number where there is one center.</param>
    /// <param name="index">Takes the center of the smallest score, of several the first.</param>
    public static void Find(float* block, CenterTable centers, float* best, float* second, int* index)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            Find512(block, centers, best, second, index);
        }
        else
        {
            Find256(block, centers, best, second, index);
            Find256(block + 16, centers, best + 16, second + 16, index + 16);
        }
    }

    /// <summary>Squared length of each point of a block.</summary>
    public static void SquaredLengths(float* block, int dimension, float* squares)
    {
        for (var lane = 0; lane < PointBlocks.Lanes; lane += 16)
        {
            var (low, high) = (Vector256<float>.Zero, Vector256<float>.Zero);
            var place = block + lane;
            for (var i = 0; i < dimension; i++, place += PointBlocks.Lanes)
            {
                var (x, y) = (Vector256.Load(place), Vector256.Load(place + 8));
                low = Vector256.FusedMultiplyAdd(x, x, low);
                high = Vector256.FusedMultiplyAdd(y, y, high);
            }

            low.Store(squares + lane);
            high.Store(squares + lane + 8);
        }
    }

    internal static void Find512(float* block, CenterTable centers, float* best, float* second, int* index)
    {
        var (bestA, bestB) = (Vector512.Create(float.MaxValue), Vector512.Create(float.MaxValue));
        var (secondA, secondB) = (bestA, bestB);
        var (indexA, indexB) = (Vector512<int>.Zero, Vector512<int>.Zero);
        var group = centers.Packed;
        var half = centers.Half;
        var dimension = centers.Dimension;
        var end = centers.GroupCount * CenterTable.Group;
        for (var center = 0; center < end; center += CenterTable.Group)
        {
            var a0 = Vector512.Create(half[center]);
            var a1 = Vector512.Create(half[center + 1]);
            var a2 = Vector512.Create(half[center + 2]);
            var a3 = Vector512.Create(half[center + 3]);
            var (b0, b1, b2, b3) = (a0, a1, a2, a3);
            var place = block;
            for (var i = 0; i < dimension; i++)
            {
                var x = Vector512.Load(place);
                var y = Vector512.Load(place + 16);
                var c0 = Vector512.Create(group[0]);
                a0 = Vector512.FusedMultiplyAdd(x, c0, a0);
                b0 = Vector512.FusedMultiplyAdd(y, c0, b0);
                var c1 = Vector512.Create(group[1]);
                a1 = Vector512.FusedMultiplyAdd(x, c1, a1);
                b1 = Vector512.FusedMultiplyAdd(y, c1, b1);
                var c2 = Vector512.Create(group[2]);
                a2 = Vector512.FusedMultiplyAdd(x, c2, a2);
                b2 = Vector512.FusedMultiplyAdd(y, c2, b2);
                var c3 = Vector512.Create(group[3]);
                a3 = Vector512.FusedMultiplyAdd(x, c3, a3);
                b3 = Vector512.FusedMultiplyAdd(y, c3, b3);
                place += PointBlocks.Lanes;
                group += CenterTable.Group;
            }

            Take(a0, center, ref bestA, ref secondA, ref indexA);
            Take(b0, center, ref bestB, ref secondB, ref indexB);
            Take(a1, center + 1, ref bestA, ref secondA, ref indexA);
            Take(b1, center + 1, ref bestB, ref secondB, ref indexB);
            Take(a2, center + 2, ref bestA, ref secondA, ref indexA);
            Take(b2, center + 2, ref bestB, ref secondB, ref indexB);
            Take(a3, center + 3, ref bestA, ref secondA, ref indexA);
            Take(b3, center + 3, ref bestB, ref secondB, ref indexB);
        }

        bestA.Store(best);
        bestB.Store(best + 16);
        secondA.Store(second);
        secondB.Store(second + 16);
        indexA.Store(index);
        indexB.Store(index + 16);
    }

    // Sixteen points: sixteen registers are all that such a processor has.
    internal static void Find256(float* block, CenterTable centers, float* best, float* second, int* index)
    {
        var (bestA, bestB) = (Vector256.Create(float.MaxValue), Vector256.Create(float.MaxValue));
        var (secondA, secondB) = (bestA, bestB);
        var (indexA, indexB) = (Vector256<int>.Zero, Vector256<int>.Zero);
        var group = centers.Packed;
        var half = centers.Half;
        var dimension = centers.Dimension;
        var end = centers.GroupCount * CenterTable.Group;
        for (var center = 0; center < end; center += CenterTable.Group)
        {
            var a0 = Vector256.Create(half[center]);
            var a1 = Vector256.Create(half[center + 1]);
            var a2 = Vector256.Create(half[center + 2]);
            var a3 = Vector256.Create(half[center + 3]);
            var (b0, b1, b2, b3) = (a0, a1, a2, a3);
            var place = block;
            for (var i = 0; i < dimension; i++)
            {
                var x = Vector256.Load(place);
                var y = Vector256.Load(place + 8);
                var c0 = Vector256.Create(group[0]);
                a0 = Vector256.FusedMultiplyAdd(x, c0, a0);
                b0 = Vector256.FusedMultiplyAdd(y, c0, b0);
                var c1 = Vector256.Create(group[1]);
                a1 = Vector256.FusedMultiplyAdd(x, c1, a1);
                b1 = Vector256.FusedMultiplyAdd(y, c1, b1);
                var c2 = Vector256.Create(group[2]);
                a2 = Vector256.FusedMultiplyAdd(x, c2, a2);
                b2 = Vector256.FusedMultiplyAdd(y, c2, b2);
                var c3 = Vector256.Create(group[3]);
                a3 = Vector256.FusedMultiplyAdd(x, c3, a3);
                b3 = Vector256.FusedMultiplyAdd(y, c3, b3);
                place += PointBlocks.Lanes;
                group += CenterTable.Group;
            }

            Take(a0, center, ref bestA, ref secondA, ref indexA);
            Take(b0, center, ref bestB, ref secondB, ref indexB);
            Take(a1, center + 1, ref bestA, ref secondA, ref indexA);
            Take(b1, center + 1, ref bestB, ref secondB, ref indexB);
            Take(a2, center + 2, ref bestA, ref secondA, ref indexA);
            Take(b2, center + 2, ref bestB, ref secondB, ref indexB);
            Take(a3, center + 3, ref bestA, ref secondA, ref indexA);
            Take(b3, center + 3, ref bestB, ref secondB, ref indexB);
        }

        bestA.Store(best);
        bestB.Store(best + 8);
        secondA.Store(second);
        secondB.Store(second + 8);
        indexA.Store(index);
        indexB.Store(index + 8);
    }

    private static void Take(Vector512<float> score, int center, ref Vector512<float> best, ref Vector512<float> second, ref Vector512<int> index)
    {
        index = Vector512.ConditionalSelect(Vector512.LessThan(score, best).AsInt32(), Vector512.Create(center), index);
        second = Vector512.MinNative(second, Vector512.MaxNative(best, score));
        best = Vector512.MinNative(best, score);
    }

    private static void Take(Vector256<float> score, int center, ref Vector256<float> best, ref Vector256<float> second, ref Vector256<int> index)
    {
        index = Vector256.ConditionalSelect(Vector256.LessThan(score, best).AsInt32(), Vector256.Create(center), index);
        second = Vector256.MinNative(second, Vector256.MaxNative(best, score));
        best = Vector256.MinNative(best, score);
    }
}
