using RecTools.Algorithms;

namespace RecTools.Benchmarks;

/// <summary>Normal equations as a textbook has them, for comparison: three loops, and a Cholesky decomposition of three more.</summary>
internal static class PlainLeastSquares
{
    /// <summary>Solves every row, on one thread.</summary>
    /// <param name="rows">Ratings by row.</param>
    /// <param name="features">Vector of each column.</param>
    /// <param name="ridge">What is added to the diagonal.</param>
    public static float SolveAll(SparseMatrix rows, FactorMatrix features, float ridge)
    {
        var width = features.Width;
        var (matrix, right) = (new float[width, width], new float[width]);
        var sum = 0f;
        for (var row = 0; row < rows.RowCount; row++)
        {
            Array.Clear(matrix);
            Array.Clear(right);
            var columns = rows.ColumnsOf(row);
            var values = rows.ValuesOf(row);
            for (var i = 0; i < columns.Length; i++)
            {
                var vector = features.Row(columns[i]);
                for (var j = 0; j < width; j++)
                {
                    right[j] += values[i] * vector[j];
                    for (var k = 0; k <= j; k++)
                    {
                        matrix[j, k] += vector[j] * vector[k];
                    }
                }
            }

            Solve(matrix, right, ridge);
            sum += right[0];
        }

        return sum;
    }

    private static void Solve(float[,] matrix, float[] right, float ridge)
    {
        for (var j = 0; j < right.Length; j++)
        {
            matrix[j, j] += ridge;
            for (var k = 0; k <= j; k++)
            {
                var sum = matrix[j, k];
                for (var i = 0; i < k; i++)
                {
                    sum -= matrix[j, i] * matrix[k, i];
                }

                matrix[j, k] = j == k ? MathF.Sqrt(sum) : sum / matrix[k, k];
            }

            for (var k = 0; k < j; k++)
            {
                right[j] -= matrix[j, k] * right[k];
            }

            right[j] /= matrix[j, j];
        }

        for (var j = right.Length - 1; j >= 0; j--)
        {
            right[j] /= matrix[j, j];
            for (var k = 0; k < j; k++)
            {
                right[k] -= matrix[j, k] * right[j];
            }
        }
    }
}
