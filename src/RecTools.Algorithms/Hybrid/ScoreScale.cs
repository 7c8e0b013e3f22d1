using System.Numerics.Tensors;

namespace RecTools.Algorithms;

/// <summary>Where the scores of one part for one user lie: their mean and deviation over all items, so that parts of different units can be added.</summary>
/// <param name="Mean">The mean.</param>
/// <param name="Deviation">The standard deviation; 0 where all scores are equal.</param>
internal readonly record struct ScoreScale(float Mean, float Deviation)
{
    /// <summary>Measures scores.</summary>
    public static ScoreScale Of(ReadOnlySpan<float> scores)
    {
        if (scores.IsEmpty)
        {
            return default;
        }

        double sum = 0, squares = 0;
        foreach (var score in scores)
        {
            sum += score;
        }

        var mean = sum / scores.Length;
        foreach (var score in scores)
        {
            squares += (score - mean) * (score - mean);
        }

        return new ScoreScale((float)mean, (float)Math.Sqrt(squares / scores.Length));
    }

    /// <summary>What a score is multiplied with, and what is added then, to have a weight times its distance from the mean in deviations.</summary>
    public (float Factor, float Shift) Weighted(double weight)
    {
        var factor = Deviation > 0 ? (float)(weight / Deviation) : 0;
        return (factor, -Mean * factor);
    }

    /// <summary>sums += factor x scores, as <see cref="MathF.FusedMultiplyAdd"/> does for one.</summary>
    public static void Add(ReadOnlySpan<float> scores, float factor, Span<float> sums) => TensorPrimitives.FusedMultiplyAdd(scores, factor, sums, sums);
}
