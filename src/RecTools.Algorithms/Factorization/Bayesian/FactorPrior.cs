using System.Numerics.Tensors;
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
    private readonly FeatureRegression[] regressions;
    private readonly SeededSource random;
    private readonly FactorMatrix rest;

    /// <summary>Begins with a mean of 0.</summary>
    /// <param name="rows">How many rows of factors.</param>
    /// <param name="width">Offset and factors of each.</param>
    /// <param name="designs">What describes the rows: each of them with a strength of its own, so that one that says little gives way to the others.</param>
    /// <param name="random">Source of the draws.</param>
    public FactorPrior(int rows, int width, IReadOnlyList<SparseMatrix> designs, SeededSource random)
    {
        Expected = new FactorMatrix(rows, width);
        Mean = new float[Expected.Stride];
        Precision = Matrix<double>.Build.DenseDiagonal(width, StartPrecision);
        regressions = [.. designs.Where(design => design.ColumnCount > 0).Select(design => new FeatureRegression(design, width))];
        rest = new FactorMatrix(rows, width);
        this.random = random;
    }

    /// <summary>What is expected of each row.</summary>
    public FactorMatrix Expected { get; }

    /// <summary>Inverse of the covariance around it.</summary>
    public Matrix<double> Precision { get; private set; }

    /// <summary>What is expected of a row without features, padded.</summary>
    public float[] Mean { get; private set; }

    /// <summary>What each feature adds to it, those of the first design first.</summary>
    public FactorMatrix CopyWeights()
    {
        var copy = new FactorMatrix(regressions.Sum(regression => regression.FeatureCount), Expected.Width);
        var first = 0;
        foreach (var regression in regressions)
        {
            regression.CopyWeightsTo(copy, first);
            first += regression.FeatureCount;
        }

        return copy;
    }

    /// <summary>Draws mean, precision and weights of the features.</summary>
    /// <param name="side">Offsets and factors as they are.</param>
    /// <param name="workers">Threads and cancellation.</param>
    public void Draw(AlsSide side, Workers workers)
    {
        var mean = Center(side, workers);
        Precision = DrawPrecision(mean, workers);
        Mean = DrawMean(mean);
        foreach (var regression in regressions)
        {
            ExpectBut(regression, workers);
            AddToAll(Expected, Mean, 1);
            Differ(side);
            regression.Draw(rest, Precision, random, workers);
        }

        ExpectBut(null, workers);
        AddToAll(Expected, Mean, 1);
    }

    // What features let expect, without the mean and without those of one design.
    private void ExpectBut(FeatureRegression? leftOut, Workers workers)
    {
        Array.Clear(Expected.Values);
        foreach (var regression in regressions.Where(other => other != leftOut))
        {
            regression.AddTo(Expected, workers);
        }
    }

    // Leaves what features do not explain, less its mean, and gives the mean.
    private double[] Center(AlsSide side, Workers workers)
    {
        ExpectBut(null, workers);
        Differ(side);
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
        foreach (var regression in regressions)
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

    // Leaves what lies between the side and what is expected of it.
    private void Differ(AlsSide side)
    {
        for (var row = 0; row < rest.Rows; row++)
        {
            var own = rest.PaddedRow(row);
            TensorPrimitives.Subtract(side.Vectors.PaddedRow(row), Expected.PaddedRow(row), own);
            own[0] = side.Offsets[row] - Expected.Row(row)[0];
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
