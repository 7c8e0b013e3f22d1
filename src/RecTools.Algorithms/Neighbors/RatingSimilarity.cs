using System.Runtime.Intrinsics;

namespace RecTools.Algorithms;

/// <summary>
/// Cosine of centred ratings over the common ones, or their correlation, drawn to 0 where there are few:
/// (n - 1) / (n - 1 + shrinkage) times it (Koren 2010, 'Factor in the neighbors', section 2.2).
/// </summary>
/// <param name="isCorrelation">Whether the means of the common ratings are taken away.</param>
/// <param name="shrinkage">Strength that few common ratings are drawn to 0 with.</param>
/// <param name="minOverlap">Common ratings without which rows are no neighbours.</param>
internal readonly struct RatingSimilarity(bool isCorrelation, double shrinkage, int minOverlap)
    : IPairSimilarity<Vector256<float>, RatingSimilarity.Left>
{
    // Sums of some hundred ratings in single precision are known to about this share.
    private const double Rounding = 1e-5;

    /// <inheritdoc/>
    public Left Prepare(float left) => new(
        Vector256.Create(1, left, 0, 0, left * left, 0, 0, 0),
        Vector256.Create(0, 0, 1, left, 0, 0, 0, 0));

    /// <inheritdoc/>
    public Vector256<float> Add(Vector256<float> sum, Left left, float right) => Vector256.FusedMultiplyAdd(
        Vector256.Create(right * right),
        Vector256.Create(0f, 0, 0, 0, 0, 1, 0, 0),
        Vector256.FusedMultiplyAdd(Vector256.Create(right), left.Linear, sum + left.Constant));

    /// <inheritdoc/>
    public float Finish(in Vector256<float> sum, int rowLength, int other)
    {
        double n = sum[0];
        if (n < minOverlap || n < 2)
        {
            return 0;
        }

        double product = sum[3], leftSquares = sum[4], rightSquares = sum[5];
        if (isCorrelation)
        {
            double left = sum[1], right = sum[2];
            product -= left * right / n;
            leftSquares = Distinct(leftSquares - (left * left / n), leftSquares);
            rightSquares = Distinct(rightSquares - (right * right / n), rightSquares);
        }

        var cosine = leftSquares > 0 && rightSquares > 0 ? product / Math.Sqrt(leftSquares * rightSquares) : 0;
        return cosine > Rounding ? (float)(cosine * ((n - 1) / (n - 1 + shrinkage))) : 0;
    }

    // What rounding has left of equal ratings is no variance.
    private static double Distinct(double variance, double squares) => variance > Rounding * squares ? variance : 0;

    /// <summary>What a rating of the left row adds: to the count, to its sums, and in proportion to the right row's rating.</summary>
    /// <param name="Constant">1, x, 0, 0, x x, 0, 0, 0.</param>
    /// <param name="Linear">0, 0, 1, x, 0, 0, 0, 0.</param>
    internal readonly record struct Left(Vector256<float> Constant, Vector256<float> Linear);
}
