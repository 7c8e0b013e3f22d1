using MathNet.Numerics.LinearAlgebra;
using RecTools.Algorithms;

namespace RecTools.Tests;

/// <summary>Least squares over all pairs, spelled out in double precision.</summary>
internal static class SlowLeastSquares
{
    /// <summary>x that lowers sum over columns of weight(c) (target(c) - x'y(c))^2 + sum of diagonal(k) x(k)^2.</summary>
    public static Vector<double> Solve(FactorMatrix columns, Func<int, double> weight, Func<int, double> target, Func<int, double> diagonal)
    {
        var width = columns.Width;
        var matrix = Matrix<double>.Build.Diagonal(width, width, diagonal);
        var right = Vector<double>.Build.Dense(width);
        for (var column = 0; column < columns.Rows; column++)
        {
            var y = Vector<double>.Build.Dense(Array.ConvertAll(columns.Row(column).ToArray(), value => (double)value));
            matrix += weight(column) * y.OuterProduct(y);
            right += weight(column) * target(column) * y;
        }

        return matrix.Solve(right);
    }

    /// <summary>Value of each pair; null where there is no entry.</summary>
    public static double?[,] Dense(SparseMatrix data)
    {
        var dense = new double?[data.RowCount, data.ColumnCount];
        for (var row = 0; row < data.RowCount; row++)
        {
            for (var i = data.RowStart[row]; i < data.RowStart[row + 1]; i++)
            {
                dense[row, data.Column[i]] = data.Value[i];
            }
        }

        return dense;
    }
}
