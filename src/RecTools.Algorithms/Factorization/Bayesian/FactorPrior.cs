using MathNet.Numerics.Distributions;
using MathNet.Numerics.LinearAlgebra;

namespace RecTools.Algorithms;

/// <summary>
/// What is expected of the offset and factors of all users, or of all items, before their ratings are looked at: normal around a mean, plus what
/// features say, with a precision; all of it drawn from its distribution given the factors (Salakhutdinov and Mnih 2008, section 3.1; Simm et al. 2015).
/// </summary>
internal sealed class FactorPrior
{
    private const double StartPrecision = 10;
    private const double MeanWeight = 2;
    private readonly FeatureRegression? regression;
    private readonly SeededSource random;
    private readonly FactorMatrix rest;

    /// <summary>Begins with a mean of 0.</summary>
    /// <param name="rows">How many rows of factors.</param>
    /// <param name="width">Offset and factors of each.</param>
    /// <param name="design">What describes the rows; null where nothing does.</param>
    /// <param name="random">Source of the draws.</param>
    public FactorPrior(int rows, int width, SparseMatrix? design, SeededSource random)
    {
        Expected = new FactorMatrix(rows, width);
        Mean = new float[Expected.Stride];
        Precision = Matrix<double>.Build.DenseDiagonal(width, StartPrecision);
        regression = design is { ColumnCount: > 0 } ? new FeatureRegression(design, width) : null;
        rest = new FactorMatrix(rows, width);
        this.random = random;
    }

    /// <summary>What is expected of each row.</summary>
    public FactorMatrix Expected { get; }

    /// <summary>Inverse of the covariance around it.</summary>
    public Matrix<double> Precision { get; private set; }

    /// <summary>What is expected of a row without features, padded.</summary>
    public float[] Mean { get; private set; }

    /// <summary>What each feature adds to it; a copy.</summary>
    public FactorMatrix Weights => regression?.CopyWeights() ?? new FactorMatrix(0, Expected.Width);

    /// <summary>Draws mean, precision and weights of the features.</summary>
    /// <param name="side">Offsets and factors as they are.</param>
    /// <param name="workers">Threads and cancellation.</param>
    public void Draw(AlsSide side, Workers workers)
    {
        var mean = Center(side, workers);
        Precision = DrawPrecision(mean, workers);
        Mean = DrawMean(mean);
        Array.Clear(Expected.Values);
        if (regression is not null)
        {
            CopyOf(side, rest);
            AddToAll(rest, Mean, -1);
            regression.Draw(rest, Precision, random, workers);
            regression.AddTo(Expected, workers);
        }

        AddToAll(Expected, Mean, 1);
    }

    // Leaves what features do not explain, less its mean, and gives the mean.
    private double[] Center(AlsSide side, Workers workers)
    {
        Array.Clear(rest.Values);
        regression?.AddTo(rest, workers);
        for (var row = 0; row < rest.Rows; row++)
        {
            var own = rest.Row(row);
            var vector = side.Vectors.Row(row);
            own[0] = side.Offsets[row] - own[0];
            for (var k = 1; k < own.Length; k++)
            {
                own[k] = vector[k] - own[k];
            }
        }

        var mean = MeanOf(rest);
        AddToAll(rest, Array.ConvertAll(mean, value => (float)value), -1);
        return mean;
    }

    // Normal-Wishart with the identity as its scale, as many degrees of freedom as factors, and a mean of 0 that weighs as much as two rows.
    private Matrix<double> DrawPrecision(double[] mean, Workers workers)
    {
        var width = rest.Width;
        var scatter = Matrix<double>.Build.DenseIdentity(width) + SymmetricMatrices.Of(rest.Gram(workers), rest);
        var vector = Vector<double>.Build.Dense(mean);
        scatter += vector.OuterProduct(vector) * (MeanWeight * rest.Rows / (MeanWeight + rest.Rows));
        double degrees = width + rest.Rows;
        if (regression is not null)
        {
            scatter += regression.WeightScatter(workers);
            degrees += regression.FeatureCount;
        }

        var scale = scatter.Inverse();
        return Wishart.Sample(random, degrees, (scale + scale.Transpose()) / 2);
    }

    private float[] DrawMean(double[] mean)
    {
        var weight = MeanWeight + rest.Rows;
        var drawn = new float[rest.Stride];
        for (var k = 0; k < mean.Length; k++)
        {
            drawn[k] = (float)(mean[k] * rest.Rows / weight);
        }

        var own = new SeededRandom(random.NextSeed());
        new NormalRows(Precision).AddTo(drawn, 1 / Math.Sqrt(weight), ref own);
        return drawn;
    }

    private static void CopyOf(AlsSide side, FactorMatrix to)
    {
        side.Vectors.Values.CopyTo(to.Values, 0);
        for (var row = 0; row < to.Rows; row++)
        {
            to.Row(row)[0] = side.Offsets[row];
        }
    }

    private static void AddToAll(FactorMatrix rows, float[] what, float sign)
    {
        for (var row = 0; row < rows.Rows; row++)
        {
            var own = rows.Row(row);
            for (var k = 0; k < own.Length; k++)
            {
                own[k] += sign * what[k];
            }
        }
    }

    private static double[] MeanOf(FactorMatrix rows)
    {
        var sums = new double[rows.Width];
        for (var row = 0; row < rows.Rows; row++)
        {
            var own = rows.Row(row);
            for (var k = 0; k < sums.Length; k++)
            {
                sums[k] += own[k];
            }
        }

        return Array.ConvertAll(sums, sum => sum / Math.Max(1, rows.Rows));
    }
}
