namespace RecTools.Data;

/// <summary>Some rows of a reader copied to memory, texts and bytes too.</summary>
/// <param name="columns">Number of columns.</param>
internal sealed class RowBatch(int columns)
{
    /// <summary>Rows that a batch holds at most.</summary>
    public const int Capacity = 1 << 10;

    private readonly CellKind[] kinds = new CellKind[Capacity * columns];

    // The number itself, the bits of a fraction, ticks; of texts and bytes where they start and, in the lower half, how long they are.
    private readonly long[] numbers = new long[Capacity * columns];
    private Guid[] guids = [];
    private char[] texts = [];
    private byte[] bytes = [];
    private int textLength;
    private int byteLength;

    /// <summary>Rows in it.</summary>
    public int Count { get; private set; }

    /// <summary>Whether no rows come after these.</summary>
    public bool IsLast => Count < Capacity;

    /// <summary>Forgets its rows, so that it is the last one.</summary>
    public void Clear() => Count = 0;

    /// <summary>Takes as many rows as fit, in place of those that were there.</summary>
    public void Fill(RowReader reader)
    {
        (Count, textLength, byteLength) = (0, 0, 0);
        while (Count < Capacity && reader.Read())
        {
            for (var column = 0; column < columns; column++)
            {
                Take(reader, column, (Count * columns) + column);
            }

            Count++;
        }
    }

    /// <summary>What a cell is.</summary>
    public CellKind Kind(int row, int column) => kinds[(row * columns) + column];

    /// <summary>A whole number or ticks.</summary>
    public long Number(int row, int column) => numbers[(row * columns) + column];

    /// <summary>A GUID.</summary>
    public Guid Guid(int row, int column) => guids[(row * columns) + column];

    /// <summary>Text.</summary>
    public ReadOnlySpan<char> Text(int row, int column) => Slice<char>(texts, Number(row, column));

    /// <summary>Bytes.</summary>
    public ReadOnlySpan<byte> Bytes(int row, int column) => Slice<byte>(bytes, Number(row, column));

    private static ReadOnlySpan<T> Slice<T>(T[] from, long place) => from.AsSpan((int)(place >> 32), (int)place);

    private void Take(RowReader reader, int column, int place)
    {
        var kind = kinds[place] = reader.Kind(column);
        switch (kind)
        {
            case CellKind.Int64:
                numbers[place] = reader.GetInt64(column);
                break;
            case CellKind.Float64:
                numbers[place] = BitConverter.DoubleToInt64Bits(reader.GetDouble(column));
                break;
            case CellKind.Text:
                numbers[place] = Append(reader.GetText(column), ref texts, ref textLength);
                break;
            case CellKind.Blob:
                numbers[place] = Append(reader.GetBytes(column), ref bytes, ref byteLength);
                break;
            case CellKind.Time:
                numbers[place] = reader.GetTicks(column);
                break;
            case CellKind.Guid:
                if (guids.Length == 0)
                {
                    guids = new Guid[kinds.Length];
                }

                guids[place] = reader.GetGuid(column);
                break;
            default:
                break;
        }
    }

    private static long Append<T>(ReadOnlySpan<T> cell, ref T[] room, ref int used)
    {
        if (room.Length - used < cell.Length)
        {
            Array.Resize(ref room, Math.Max(used + cell.Length, room.Length * 2));
        }

        cell.CopyTo(room.AsSpan(used));
        var place = ((long)used << 32) | (uint)cell.Length;
        used += cell.Length;
        return place;
    }
}
