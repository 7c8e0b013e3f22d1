using MathNet.Numerics.LinearAlgebra;

namespace RecTools.Algorithms;

/// <summary>Turns the small symmetric matrices of the kernels, of which the upper tiles are filled, into those of the library, and back.</summary>
internal static class SymmetricMatrices
{
    /// <summary>Without the padding.</summary>
    /// <param name="upper">Upper tiles, stride x stride.</param>
    /// <param name="shape">Matrix whose width and stride it has.</param>
    public static Matrix<double> Of(float[] upper, FactorMatrix shape) =>
        Matrix<double>.Build.Dense(shape.Width, shape.Width, (i, j) => upper[(Math.Min(i, j) * shape.Stride) + Math.Max(i, j)]);

    /// <summary>With padding of zeros, both halves filled.</summary>
    /// <param name="matrix">The matrix.</param>
    /// <param name="scale">Times what it is taken.</param>
    public static float[] Padded(Matrix<double> matrix, double scale)
    {
        var stride = VectorKernels.PaddedLength(matrix.RowCount);
        var padded = new float[stride * stride];
        for (var i = 0; i < matrix.RowCount; i++)
        {
            for (var j = 0; j < matrix.RowCount; j++)
            {
                padded[(i * stride) + j] = (float)(matrix[i, j] * scale);
            }
        }

        return padded;
    }
}
