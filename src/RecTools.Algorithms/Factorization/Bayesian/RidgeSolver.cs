using System.Numerics.Tensors;

namespace RecTools.Algorithms;

/// <summary>Solves (X'X + strength I) B = R for several columns at once by conjugate gradients (Hestenes and Stiefel 1952), each column with its own steps.</summary>
/// <param name="design">X, rows by features.</param>
/// <param name="width">Columns of B.</param>
internal sealed class RidgeSolver(SparseMatrix design, int width)
{
    private const int MostSteps = 12;
    private const double Tolerance = 1e-3;
    private readonly SparseMatrix byFeature = design.Transpose();
    private readonly FactorMatrix image = new(design.RowCount, width);
    private readonly FactorMatrix product = new(design.ColumnCount, width);
    private readonly FactorMatrix direction = new(design.ColumnCount, width);

    /// <summary>Solves nearly.</summary>
    /// <param name="right">R; is changed.</param>
    /// <param name="strength">Weight of the identity.</param>
    /// <param name="solution">Start, and takes B.</param>
    /// <param name="workers">Threads and cancellation.</param>
    public void Solve(FactorMatrix right, double strength, FactorMatrix solution, Workers workers)
    {
        var goals = Dots(right, right);
        Multiply(solution, strength, workers);
        var residual = right;
        TensorPrimitives.Subtract(right.Values, product.Values, residual.Values);
        residual.Values.CopyTo(direction.Values, 0);
        var squares = Dots(residual, residual);
        for (var step = 0; step < MostSteps && IsFar(squares, goals); step++)
        {
            Multiply(direction, strength, workers);
            var lengths = Quotients(squares, Dots(direction, product));
            AddScaled(solution, direction, lengths, 1);
            AddScaled(residual, product, lengths, -1);
            var next = Dots(residual, residual);
            Turn(residual, Quotients(next, squares));
            squares = next;
        }
    }

    private static bool IsFar(double[] squares, double[] goals)
    {
        for (var k = 0; k < squares.Length; k++)
        {
            if (squares[k] > Tolerance * Tolerance * goals[k])
            {
                return true;
            }
        }

        return false;
    }

    private static float[] Quotients(double[] left, double[] right)
    {
        var quotients = new float[VectorKernels.PaddedLength(left.Length)];
        for (var k = 0; k < left.Length; k++)
        {
            quotients[k] = right[k] > 0 ? (float)(left[k] / right[k]) : 0;
        }

        return quotients;
    }

    // Of each column, in the order of the rows: there are few features, and no sum is shared.
    private static double[] Dots(FactorMatrix left, FactorMatrix right)
    {
        var dots = new double[left.Width];
        for (var row = 0; row < left.Rows; row++)
        {
            var a = left.Row(row);
            var b = right.Row(row);
            for (var k = 0; k < dots.Length; k++)
            {
                dots[k] += (double)a[k] * b[k];
            }
        }

        return dots;
    }

    private static void AddScaled(FactorMatrix to, FactorMatrix what, float[] scales, float sign)
    {
        for (var row = 0; row < to.Rows; row++)
        {
            var sum = to.PaddedRow(row);
            var add = what.PaddedRow(row);
            for (var k = 0; k < sum.Length; k++)
            {
                sum[k] += sign * scales[k] * add[k];
            }
        }
    }

    private void Multiply(FactorMatrix vectors, double strength, Workers workers)
    {
        Array.Clear(image.Values);
        SparseProduct.AddTo(design, vectors, image, workers);
        TensorPrimitives.Multiply(vectors.Values, (float)strength, product.Values);
        SparseProduct.AddTo(byFeature, image, product, workers);
    }

    private void Turn(FactorMatrix residual, float[] factors)
    {
        for (var row = 0; row < direction.Rows; row++)
        {
            TensorPrimitives.MultiplyAdd(direction.PaddedRow(row), factors, residual.PaddedRow(row), direction.PaddedRow(row));
        }
    }
}
