using System.Runtime.Intrinsics;

namespace RecTools.Algorithms;

/// <summary>
/// Cholesky decomposition A = U'U of one symmetric positive definite matrix after the other in single precision, blocked by rows of tiles
/// (Golub and Van Loan, 'Matrix Computations', 4.2.6): most of the work is <see cref="TileUpdate"/>.
/// </summary>
/// <param name="capacity">The largest order, a multiple of <see cref="PackedMatrix.Side"/>.</param>
/// <remarks>
/// Where rounding leaves nothing of a pivot, or less, it is put at a ten-millionth of the largest diagonal element (a modified decomposition,
/// Gill and Murray 1974): the solution then stays small in a direction that the data do not determine.
/// </remarks>
internal sealed unsafe class Cholesky(int capacity)
{
    private const int Side = PackedMatrix.Side;
    private readonly AlignedBuffer matrix = new(PackedMatrix.Length(capacity));
    private readonly AlignedBuffer reciprocal = new(capacity);

    /// <summary>Rows and columns of the matrix, a multiple of <see cref="PackedMatrix.Side"/> and at most the capacity.</summary>
    public int Order { get; set; } = capacity;

    /// <summary>A as a <see cref="PackedMatrix"/>, tiles of the diagonal whole; not A any more when it is decomposed.</summary>
    public float* Matrix => matrix.Start;

    /// <summary>All numbers of the matrix.</summary>
    public Span<float> Span => matrix.Span[..PackedMatrix.Length(Order)];

    /// <summary>Decomposes the matrix.</summary>
    public void Decompose()
    {
        var floor = Floor();

        // Of -A, since what the rows above have settled is then added: -A(row, j) += sum of U(k, row) U(k, j).
        VectorKernels.Scale(Matrix, -1, Matrix, PackedMatrix.Length(Order));
        for (var row = 0; row < Order / Side; row++)
        {
            var own = reciprocal.Start + (row * Side);
            var panel = PackedMatrix.Tile(Matrix, 0, row);
            var factor = PackedMatrix.Tile(Matrix, row, row);
            TileUpdate.Add(factor, Side, panel, panel, Side, row * Side);
            TriangularTile.Factor(factor, floor, own);
            var column = row + 1;
            for (; column + 1 < Order / Side; column += 2)
            {
                var first = PackedMatrix.Tile(Matrix, 0, column);
                var second = PackedMatrix.Tile(Matrix, 0, column + 1);
                var place = row * PackedMatrix.TileSize;
                TileUpdate.AddPair(first + place, second + place, Side, panel, first, second, Side, row * Side);
                TriangularTile.SolveBeside(factor, own, first + place);
                TriangularTile.SolveBeside(factor, own, second + place);
            }

            if (column < Order / Side)
            {
                TileUpdate.Add(PackedMatrix.Tile(Matrix, row, column), Side, panel, PackedMatrix.Tile(Matrix, 0, column), Side, row * Side);
                TriangularTile.SolveBeside(factor, own, PackedMatrix.Tile(Matrix, row, column));
            }
        }
    }

    /// <summary>Solves U'U x = b in place with the decomposed matrix.</summary>
    /// <param name="vector">b; takes x.</param>
    public void Solve(float* vector)
    {
        for (var row = 0; row < Order / Side; row++)
        {
            Subtract(vector + (row * Side), PackedMatrix.Tile(Matrix, 0, row), vector, row * Side);
            TriangularTile.SolveForward(PackedMatrix.Tile(Matrix, row, row), reciprocal.Start + (row * Side), vector + (row * Side));
        }

        SolveUpper(vector);
    }

    /// <summary>Solves U x = b in place with the decomposed matrix.</summary>
    /// <param name="vector">b; takes x.</param>
    public void SolveUpper(float* vector)
    {
        for (var row = (Order / Side) - 1; row >= 0; row--)
        {
            var own = vector + (row * Side);
            for (var k = 0; k < Side; k++)
            {
                own[k] -= DotBeside(row, k, vector);
            }

            TriangularTile.SolveBack(PackedMatrix.Tile(Matrix, row, row), reciprocal.Start + (row * Side), own);
        }
    }

    // to -= sum over the rows of a panel of weight x row; four sums, since one would wait for itself.
    private static void Subtract(float* to, float* rows, float* weights, int count)
    {
        Vector512<float> a0, a1, a2, a3;
        a0 = a1 = a2 = a3 = Vector512<float>.Zero;
        for (var i = 0; i < count; i += 4)
        {
            a0 = Vector512.FusedMultiplyAdd(Vector512.Create(weights[i]), Vector512.Load(rows), a0);
            a1 = Vector512.FusedMultiplyAdd(Vector512.Create(weights[i + 1]), Vector512.Load(rows + Side), a1);
            a2 = Vector512.FusedMultiplyAdd(Vector512.Create(weights[i + 2]), Vector512.Load(rows + (2 * Side)), a2);
            a3 = Vector512.FusedMultiplyAdd(Vector512.Create(weights[i + 3]), Vector512.Load(rows + (3 * Side)), a3);
            rows += 4 * Side;
        }

        (Vector512.Load(to) - (a0 + a1 + (a2 + a3))).Store(to);
    }

    // Row k of a row of tiles times the numbers that are solved already; each panel is a tile longer than the one before.
    private float DotBeside(int row, int k, float* vector)
    {
        var sum = Vector512<float>.Zero;
        for (var column = row + 1; column < Order / Side; column++)
        {
            sum = Vector512.FusedMultiplyAdd(
                Vector512.Load(PackedMatrix.Tile(Matrix, row, column) + (k * Side)), Vector512.Load(vector + (column * Side)), sum);
        }

        return VectorKernels.SumOf(sum.GetLower(), sum.GetUpper());
    }

    private float Floor()
    {
        var largest = 0f;
        for (var k = 0; k < Order; k++)
        {
            largest = MathF.Max(largest, PackedMatrix.At(Matrix, k, k));
        }

        return MathF.Max(largest * 1e-7f, float.Epsilon);
    }
}
