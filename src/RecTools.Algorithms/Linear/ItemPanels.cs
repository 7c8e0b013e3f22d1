using System.Runtime.Intrinsics;

namespace RecTools.Algorithms;

/// <summary>
/// A dense matrix of items by items in panels of 128 columns, each row after row, so that a panel stays in the cache while many users' scores in it are summed
/// up in registers.
/// </summary>
internal sealed unsafe class ItemPanels
{
    private const int Side = TiledSymmetricMatrix.Side;
    private const int Half = Side / 2;
    private readonly AlignedBuffer[] panels;

    private ItemPanels(int order)
    {
        Order = order;
        var tiles = TiledSymmetricMatrix.TilesFor(order);
        panels = [.. Enumerable.Range(0, tiles).Select(_ => new AlignedBuffer(tiles * TiledSymmetricMatrix.TileSize))];
    }

    /// <summary>Rows and columns.</summary>
    public int Order { get; }

    /// <summary>One element.</summary>
    public ref float At(int row, int column) => ref panels[column / Side].Start[((long)row * Side) + (column % Side)];

    /// <summary>Takes a symmetric matrix apart into panels.</summary>
    public static ItemPanels Of(TiledSymmetricMatrix matrix, Workers workers)
    {
        var made = new ItemPanels(matrix.Order);
        workers.ForEachPiece(matrix.Tiles, 1, (column, _) =>
        {
            for (var row = 0; row < matrix.Tiles; row++)
            {
                matrix.Copy(row, column, made.Tile(row, column));
            }
        });
        return made;
    }

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    /// <param name="reader">Where from.</param>
    /// <param name="order">Rows and columns that it must have.</param>
    /// <exception cref="InvalidDataException">The content is not such a matrix.</exception>
    public static ItemPanels Load(BinaryReader reader, int order)
    {
        var read = new ItemPanels(order);
        for (var column = 0; column < read.panels.Length; column++)
        {
            var upper = ModelContent.ReadArray<float>(reader);
            if (upper.Length != (column + 1) * TiledSymmetricMatrix.TileSize)
            {
                throw new InvalidDataException("Weights between items have an impossible shape.");
            }

            upper.CopyTo(read.panels[column].Span);
            for (var row = 0; row < column; row++)
            {
                TiledSymmetricMatrix.Transpose(read.Tile(row, column), read.Tile(column, row));
            }
        }

        return read;
    }

    /// <summary>Writes the tiles on and above the diagonal; the others are their mirror image.</summary>
    public void Save(BinaryWriter writer)
    {
        for (var column = 0; column < panels.Length; column++)
        {
            ModelContent.WriteArray<float>(writer, panels[column].Span[..((column + 1) * TiledSymmetricMatrix.TileSize)]);
        }
    }

    /// <summary>One sum over some rows of weight x element, by the same steps as for all columns.</summary>
    public float SumOf(ReadOnlySpan<int> rows, ReadOnlySpan<float> weights, int column)
    {
        var sum = 0f;
        for (var i = 0; i < rows.Length; i++)
        {
            sum = MathF.FusedMultiplyAdd(weights[i], At(rows[i], column), sum);
        }

        return sum;
    }

    /// <summary>For some users, sums over the rows of their histories of weight x element, for every column.</summary>
    /// <param name="histories">Rows and weights of each user.</param>
    /// <param name="firstUser">First user.</param>
    /// <param name="userCount">How many.</param>
    /// <param name="sums">User after user, <see cref="Order"/> numbers each.</param>
    public void Sum(SparseMatrix histories, int firstUser, int userCount, Span<float> sums)
    {
        for (var panel = 0; panel < panels.Length; panel++)
        {
            for (var user = 0; user < userCount; user++)
            {
                SumPanel(panel, histories.ColumnsOf(firstUser + user), histories.ValuesOf(firstUser + user), sums.Slice(user * Order, Order));
            }
        }
    }

    /// <summary>As the other overload, for one history.</summary>
    public void Sum(ReadOnlySpan<int> rows, ReadOnlySpan<float> weights, Span<float> sums)
    {
        for (var panel = 0; panel < panels.Length; panel++)
        {
            SumPanel(panel, rows, weights, sums);
        }
    }

    private float* Tile(int row, int column) => panels[column].Start + ((long)row * TiledSymmetricMatrix.TileSize);

    private void SumPanel(int panel, ReadOnlySpan<int> rows, ReadOnlySpan<float> weights, Span<float> sums)
    {
        var own = sums[(panel * Side)..Math.Min((panel + 1) * Side, Order)];
        if (own.Length == Side)
        {
            fixed (float* to = own)
            {
                SumColumns(panels[panel].Start, rows, weights, to);
            }

            return;
        }

        var room = stackalloc float[Side];
        SumColumns(panels[panel].Start, rows, weights, room);
        new ReadOnlySpan<float>(room, own.Length).CopyTo(own);
    }

    private static void SumColumns(float* panel, ReadOnlySpan<int> rows, ReadOnlySpan<float> weights, float* to)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            Sum512(panel, rows, weights, to);
        }
        else
        {
            Sum256(panel, rows, weights, to);
            Sum256(panel + Half, rows, weights, to + Half);
        }
    }

    private static void Sum512(float* panel, ReadOnlySpan<int> rows, ReadOnlySpan<float> weights, float* to)
    {
        Vector512<float> a0, a1, a2, a3, a4, a5, a6, a7;
        a0 = a1 = a2 = a3 = a4 = a5 = a6 = a7 = Vector512<float>.Zero;
        for (var i = 0; i < rows.Length; i++)
        {
            var from = panel + ((long)rows[i] * Side);
            var weight = Vector512.Create(weights[i]);
            a0 = Vector512.FusedMultiplyAdd(weight, Vector512.Load(from), a0);
            a1 = Vector512.FusedMultiplyAdd(weight, Vector512.Load(from + 16), a1);
            a2 = Vector512.FusedMultiplyAdd(weight, Vector512.Load(from + 32), a2);
            a3 = Vector512.FusedMultiplyAdd(weight, Vector512.Load(from + 48), a3);
            a4 = Vector512.FusedMultiplyAdd(weight, Vector512.Load(from + 64), a4);
            a5 = Vector512.FusedMultiplyAdd(weight, Vector512.Load(from + 80), a5);
            a6 = Vector512.FusedMultiplyAdd(weight, Vector512.Load(from + 96), a6);
            a7 = Vector512.FusedMultiplyAdd(weight, Vector512.Load(from + 112), a7);
        }

        a0.Store(to);
        a1.Store(to + 16);
        a2.Store(to + 32);
        a3.Store(to + 48);
        a4.Store(to + 64);
        a5.Store(to + 80);
        a6.Store(to + 96);
        a7.Store(to + 112);
    }

    // Half the columns: eight sums are what the registers of such a processor hold beside the operands.
    private static void Sum256(float* panel, ReadOnlySpan<int> rows, ReadOnlySpan<float> weights, float* to)
    {
        Vector256<float> a0, a1, a2, a3, a4, a5, a6, a7;
        a0 = a1 = a2 = a3 = a4 = a5 = a6 = a7 = Vector256<float>.Zero;
        for (var i = 0; i < rows.Length; i++)
        {
            var from = panel + ((long)rows[i] * Side);
            var weight = Vector256.Create(weights[i]);
            a0 = Vector256.FusedMultiplyAdd(weight, Vector256.Load(from), a0);
            a1 = Vector256.FusedMultiplyAdd(weight, Vector256.Load(from + 8), a1);
            a2 = Vector256.FusedMultiplyAdd(weight, Vector256.Load(from + 16), a2);
            a3 = Vector256.FusedMultiplyAdd(weight, Vector256.Load(from + 24), a3);
            a4 = Vector256.FusedMultiplyAdd(weight, Vector256.Load(from + 32), a4);
            a5 = Vector256.FusedMultiplyAdd(weight, Vector256.Load(from + 40), a5);
            a6 = Vector256.FusedMultiplyAdd(weight, Vector256.Load(from + 48), a6);
            a7 = Vector256.FusedMultiplyAdd(weight, Vector256.Load(from + 56), a7);
        }

        a0.Store(to);
        a1.Store(to + 8);
        a2.Store(to + 16);
        a3.Store(to + 24);
        a4.Store(to + 32);
        a5.Store(to + 40);
        a6.Store(to + 48);
        a7.Store(to + 56);
    }
}
