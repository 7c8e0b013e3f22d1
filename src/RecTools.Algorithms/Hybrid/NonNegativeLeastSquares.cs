namespace RecTools.Algorithms;

/// <summary>Least squares with coefficients that are not negative, and a constant: min |c + Xw - y|^2 over w >= 0.</summary>
/// <remarks>Coordinate descent on the normal equations of what is left after the means, which comes to the one minimum there is (Franc, Hlavac and Navara 2005).</remarks>
internal static class NonNegativeLeastSquares
{
    private const int MostSweeps = 100_000;
    private const double Tolerance = 1e-12;

    // A part that says always the same has no variance: the constant does its work.
    private const double LeastVariance = 1e-9;

    /// <summary>Solves.</summary>
    /// <param name="columns">Columns of X.</param>
    /// <param name="target">y.</param>
    /// <returns>The coefficients and the constant.</returns>
    public static (double[] Weights, double Constant) Solve(IReadOnlyList<float[]> columns, float[] target)
    {
        var size = columns.Count;
        var means = columns.Select(MeanOf).ToArray();
        var targetMean = MeanOf(target);
        var gram = new double[size, size];
        var right = new double[size];
        for (var i = 0; i < size; i++)
        {
            right[i] = Covariance(columns[i], means[i], target, targetMean);
            for (var j = 0; j <= i; j++)
            {
                gram[i, j] = gram[j, i] = Covariance(columns[i], means[i], columns[j], means[j]);
            }
        }

        var weights = Descend(gram, right);
        return (weights, targetMean - weights.Zip(means, (weight, mean) => weight * mean).Sum());
    }

    private static double[] Descend(double[,] gram, double[] right)
    {
        var weights = new double[right.Length];
        for (var sweep = 0; sweep < MostSweeps; sweep++)
        {
            double moved = 0;
            for (var i = 0; i < weights.Length; i++)
            {
                if (gram[i, i] < LeastVariance)
                {
                    continue;
                }

                var rest = right[i];
                for (var j = 0; j < weights.Length; j++)
                {
                    rest -= j == i ? 0 : gram[i, j] * weights[j];
                }

                var weight = Math.Max(0, rest / gram[i, i]);
                moved = Math.Max(moved, Math.Abs(weight - weights[i]));
                weights[i] = weight;
            }

            if (moved < Tolerance)
            {
                break;
            }
        }

        return weights;
    }

    private static double MeanOf(float[] column)
    {
        double sum = 0;
        foreach (var value in column)
        {
            sum += value;
        }

        return sum / Math.Max(1, column.Length);
    }

    private static double Covariance(float[] one, double mean, float[] other, double otherMean)
    {
        double sum = 0;
        for (var i = 0; i < one.Length; i++)
        {
            sum += (one[i] - mean) * (other[i] - otherMean);
        }

        return sum / Math.Max(1, one.Length);
    }
}
