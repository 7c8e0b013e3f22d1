using System.Runtime.Intrinsics;

namespace RecTools.Algorithms;

/// <summary>
/// Squared distances of one place to many. The many lie in blocks of eight: for each coordinate the eight numbers side by side, coordinate after
/// coordinate, so that one stream of memory is read. Each distance is summed in the order of the coordinates: the same bits on any processor.
/// </summary>
internal static unsafe class BlockDistances
{
    /// <summary>Places in a block.</summary>
    public const int Lanes = 8;

    /// <summary>Computes the squared distances.</summary>
    /// <param name="blocks">First block, at a cache line.</param>
    /// <param name="blockCount">Number of blocks.</param>
    /// <param name="place">The one place.</param>
    /// <param name="dimension">Its coordinates.</param>
    /// <param name="squares">Takes eight numbers a block.</param>
    public static void Squares(double* blocks, int blockCount, double* place, int dimension, double* squares)
    {
        var end = squares + ((long)blockCount * Lanes);
        if (Vector512.IsHardwareAccelerated)
        {
            for (; squares < end; squares += Lanes)
            {
                var sum = Vector512<double>.Zero;
                for (var i = 0; i < dimension; i++, blocks += Lanes)
                {
                    var difference = Vector512.Load(blocks) - Vector512.Create(place[i]);
                    sum = Vector512.FusedMultiplyAdd(difference, difference, sum);
                }

                sum.Store(squares);
            }

            return;
        }

        for (; squares < end; squares += Lanes)
        {
            var (low, high) = (Vector256<double>.Zero, Vector256<double>.Zero);
            for (var i = 0; i < dimension; i++, blocks += Lanes)
            {
                var coordinate = Vector256.Create(place[i]);
                var (first, second) = (Vector256.Load(blocks) - coordinate, Vector256.Load(blocks + 4) - coordinate);
                low = Vector256.FusedMultiplyAdd(first, first, low);
                high = Vector256.FusedMultiplyAdd(second, second, high);
            }

            low.Store(squares);
            high.Store(squares + 4);
        }
    }
}
