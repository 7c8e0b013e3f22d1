namespace RecTools.Algorithms;

/// <summary>
/// Cholesky decomposition A = U'U of a symmetric positive definite matrix in single precision, blocked by rows of tiles
/// (Golub and Van Loan, 'Matrix Computations', 4.2.6): most of the work is <see cref="SymmetricUpdate"/>.
/// </summary>
internal static unsafe class Cholesky
{
    private const int Tile = SymmetricUpdate.Tile;

    /// <summary>Puts U into the upper triangle of the matrix, with the reciprocals of its diagonal apart.</summary>
    /// <param name="matrix">Upper triangle of A, row by row.</param>
    /// <param name="order">A multiple of the tile.</param>
    /// <param name="negated">Room for <paramref name="order"/> x <paramref name="order"/> numbers.</param>
    /// <param name="reciprocal">Takes 1 / U(k, k).</param>
    /// <remarks>
    /// Where rounding leaves nothing of a pivot, or less, it is put at a ten-millionth of the largest diagonal element (a modified decomposition,
    /// Gill and Murray 1974): the solution then stays small in a direction that the data do not determine.
    /// </remarks>
    public static void Factor(float* matrix, int order, float* negated, float* reciprocal)
    {
        var floor = Floor(matrix, order);
        for (var block = 0; block < order; block += Tile)
        {
            // Takes away what the rows above have settled: A(block, j) -= sum of U(k, block) U(k, j).
            SymmetricUpdate.AddRow(matrix, order, block, negated, matrix, block);
            for (var k = block; k < block + Tile; k++)
            {
                var pivotRow = matrix + ((long)k * order);
                reciprocal[k] = 1 / MathF.Sqrt(MathF.Max(pivotRow[k], floor));
                VectorKernels.Scale(pivotRow + block, reciprocal[k], pivotRow + block, order - block);
                for (var row = k + 1; row < block + Tile; row++)
                {
                    VectorKernels.AddScaled(matrix + ((long)row * order) + block, pivotRow + block, -pivotRow[row], order - block);
                }
            }

            VectorKernels.Scale(matrix + ((long)block * order), -1, negated + ((long)block * order), Tile * order);
        }
    }

    /// <summary>Solves U'U x = b in place.</summary>
    public static void Solve(float* factor, int order, float* reciprocal, float* vector)
    {
        for (var k = 0; k < order; k++)
        {
            // Forward, by columns of U': what a solved number adds to all later ones is one contiguous row of U.
            vector[k] *= reciprocal[k];
            var row = factor + ((long)k * order);
            var start = (k + Tile) & ~(Tile - 1);
            for (var i = k + 1; i < start; i++)
            {
                vector[i] = MathF.FusedMultiplyAdd(-vector[k], row[i], vector[i]);
            }

            VectorKernels.AddScaled(vector + start, row + start, -vector[k], order - start);
        }

        SolveUpper(factor, order, reciprocal, vector);
    }

    /// <summary>Solves U x = b in place.</summary>
    public static void SolveUpper(float* factor, int order, float* reciprocal, float* vector)
    {
        for (var k = order - 1; k >= 0; k--)
        {
            var row = factor + ((long)k * order);
            var start = (k + Tile) & ~(Tile - 1);
            var sum = vector[k] - VectorKernels.Dot(row + start, vector + start, order - start);
            for (var i = k + 1; i < start; i++)
            {
                sum = MathF.FusedMultiplyAdd(-row[i], vector[i], sum);
            }

            vector[k] = sum * reciprocal[k];
        }
    }

    private static float Floor(float* matrix, int order)
    {
        var largest = 0f;
        for (var k = 0; k < order; k++)
        {
            largest = MathF.Max(largest, matrix[((long)k * order) + k]);
        }

        return MathF.Max(largest * 1e-7f, float.Epsilon);
    }
}
