using System.Runtime.Intrinsics;

namespace RecTools.Algorithms;

/// <summary>
/// Scores users by items as a blocked product of dense tastes and sparse features: the tastes of sixteen users lie side by side, so that one feature of an item
/// is multiplied with all sixteen at once. A score is summed over the item's features in their order, whatever the block.
/// </summary>
/// <param name="features">Features of the items.</param>
internal sealed unsafe class SparseScorer(SparseMatrix features)
{
    /// <summary>Users scored at once.</summary>
    public const int Lanes = 16;

    /// <summary>One score without what is added for the user as a whole.</summary>
    /// <param name="taste">Weight of each feature.</param>
    /// <param name="item">The item.</param>
    public float Score(ReadOnlySpan<float> taste, int item)
    {
        var columns = features.ColumnsOf(item);
        var values = features.ValuesOf(item);
        var sum = 0f;
        for (var i = 0; i < columns.Length; i++)
        {
            sum = MathF.FusedMultiplyAdd(values[i], taste[columns[i]], sum);
        }

        return sum;
    }

    /// <summary>Adds an item to a taste.</summary>
    /// <param name="item">The item.</param>
    /// <param name="weight">How much of it.</param>
    /// <param name="taste">Weight of each feature.</param>
    /// <param name="stride">Distance between two features in <paramref name="taste"/>.</param>
    public void Add(int item, float weight, Span<float> taste, int stride = 1)
    {
        var columns = features.ColumnsOf(item);
        var values = features.ValuesOf(item);
        for (var i = 0; i < columns.Length; i++)
        {
            ref var sum = ref taste[columns[i] * stride];
            sum = MathF.FusedMultiplyAdd(weight, values[i], sum);
        }
    }

    /// <summary>Scores of all items for up to sixteen users.</summary>
    /// <param name="tastes">Feature after feature the weights of sixteen users.</param>
    /// <param name="levels">What is added for each user.</param>
    /// <param name="scores">Row after row, one user each.</param>
    public void Score(ReadOnlySpan<float> tastes, ReadOnlySpan<float> levels, Span<float> scores)
    {
        var itemCount = features.RowCount;
        var tile = stackalloc float[Lanes * Lanes];
        fixed (float* taste = tastes, value = features.Value, to = scores)
        {
            fixed (int* column = features.Column)
            {
                for (var first = 0; first < itemCount; first += Lanes)
                {
                    var count = Math.Min(Lanes, itemCount - first);
                    for (var i = 0; i < count; i++)
                    {
                        ScoreSixteen(taste, column, value, features.RowStart[first + i], features.RowStart[first + i + 1], tile + (i * Lanes));
                    }

                    for (var user = 0; user < levels.Length; user++)
                    {
                        var own = to + ((long)user * itemCount) + first;
                        for (var i = 0; i < count; i++)
                        {
                            own[i] = tile[(i * Lanes) + user] + levels[user];
                        }
                    }
                }
            }
        }
    }

    private static void ScoreSixteen(float* taste, int* column, float* value, int from, int end, float* to)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            var sum = Vector512<float>.Zero;
            for (var i = from; i < end; i++)
            {
                sum = Vector512.FusedMultiplyAdd(Vector512.Create(value[i]), Vector512.Load(taste + ((long)column[i] * Lanes)), sum);
            }

            sum.Store(to);
            return;
        }

        var low = Vector256<float>.Zero;
        var high = Vector256<float>.Zero;
        for (var i = from; i < end; i++)
        {
            var own = Vector256.Create(value[i]);
            low = Vector256.FusedMultiplyAdd(own, Vector256.Load(taste + ((long)column[i] * Lanes)), low);
            high = Vector256.FusedMultiplyAdd(own, Vector256.Load(taste + ((long)column[i] * Lanes) + 8), high);
        }

        low.Store(to);
        high.Store(to + 8);
    }
}
