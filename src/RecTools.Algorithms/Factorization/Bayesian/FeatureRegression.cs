using System.Numerics.Tensors;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.LinearAlgebra;

namespace RecTools.Algorithms;

/// <summary>
/// What factors are expected from features: a linear regression whose weights are drawn from their distribution given the factors, by solving a
/// ridge regression on factors with noise added (Simm et al. 2015, 'Macau', section 3).
/// </summary>
/// <remarks>
/// Solves (X'X + strength I) B = X'(F + E) + sqrt(strength) E', where the rows of E and E' are normal with the precision of the factors, for all
/// columns of B at once by conjugate gradients that start from the last draw, so that X'X is never built.
/// </remarks>
/// <param name="design">Rows by features.</param>
/// <param name="width">Numbers in a row of factors.</param>
internal sealed class FeatureRegression(SparseMatrix design, int width)
{
    private const double StartStrength = 20;
    private readonly SparseMatrix byFeature = design.Transpose();
    private readonly FactorMatrix weights = new(design.ColumnCount, width);
    private readonly RidgeSolver solver = new(design, width);
    private readonly TypicalRow typical = TypicalRow.Of(design);
    private readonly int[] unknown = [.. Enumerable.Range(0, design.RowCount).Where(row => design.CountOf(row) == 0)];
    private double strength = StartStrength;

    /// <summary>Number of features.</summary>
    public int FeatureCount => design.ColumnCount;

    /// <summary>Copies the weights, one row a feature.</summary>
    /// <param name="to">Where to.</param>
    /// <param name="firstRow">Row of the first feature there.</param>
    public void CopyWeightsTo(FactorMatrix to, int firstRow) => weights.Values.CopyTo(to.Values, firstRow * to.Stride);

    /// <summary>Adds what the weights expect of each row; of a row of which nothing is known, what they expect of the others in the mean.</summary>
    public void AddTo(FactorMatrix rows, Workers workers)
    {
        SparseProduct.AddTo(design, weights, rows, workers);
        if (unknown.Length == 0)
        {
            return;
        }

        var usual = new float[rows.Stride];
        SparseProduct.AddRow(typical.Columns, typical.Values, weights, usual);
        foreach (var row in unknown)
        {
            TensorPrimitives.Add(rows.PaddedRow(row), usual, rows.PaddedRow(row));
        }
    }

    /// <summary>What the weights add to the scale matrix of the factors' precision: strength x B'B.</summary>
    public Matrix<double> WeightScatter(Workers workers) => SymmetricMatrices.Of(weights.Gram(workers), weights) * strength;

    /// <summary>Draws the weights, and then how strongly they are drawn to 0.</summary>
    /// <param name="targets">Factors less their mean; is changed.</param>
    /// <param name="precision">Precision of the factors around what is expected of them.</param>
    /// <param name="random">Source of the draws.</param>
    /// <param name="workers">Threads and cancellation.</param>
    public void Draw(FactorMatrix targets, Matrix<double> precision, SeededSource random, Workers workers)
    {
        var noise = new NormalRows(precision);
        noise.AddTo(targets, 1, random.NextSeed(), workers);
        var right = new FactorMatrix(weights.Rows, width);
        SparseProduct.AddTo(byFeature, targets, right, workers);
        noise.AddTo(right, Math.Sqrt(strength), random.NextSeed(), workers);
        solver.Solve(right, strength, weights, workers);

        // A flat gamma distribution before; the weights' own scatter after.
        var scatter = (SymmetricMatrices.Of(weights.Gram(workers), weights) * precision).Trace();
        strength = Gamma.Sample(random, ((weights.Rows * width) + 1) / 2.0, (scatter + 1) / 2);
    }
}
