namespace RecTools.Algorithms;

/// <summary>The neighbours of each row, best first, ties by number.</summary>
/// <param name="rows">The neighbours of each row.</param>
internal sealed class NeighborTable(ScoredItem[][] rows)
{
    /// <summary>Number of rows.</summary>
    public int RowCount => rows.Length;

    /// <summary>The neighbours of a row.</summary>
    public ReadOnlySpan<ScoredItem> Of(int row) => rows[row];

    /// <summary>Bytes that a table takes at most.</summary>
    /// <param name="rowCount">Rows.</param>
    /// <param name="top">Neighbours of each at most.</param>
    public static long BytesOf(long rowCount, int top)
    {
        const int BytesOfNeighbor = sizeof(int) + sizeof(float);
        const int BytesOfRow = 32;
        return rowCount * (BytesOfRow + (Math.Min(top, Math.Max(0, rowCount - 1)) * BytesOfNeighbor));
    }

    /// <summary>The first neighbours of a row, as they are asked for from outside.</summary>
    public ScoredItem[] First(int row, int count) => rows[row][..Math.Clamp(count, 0, rows[row].Length)];

    /// <summary>Writes the table.</summary>
    public void Save(BinaryWriter writer)
    {
        writer.Write(rows.Length);
        foreach (var row in rows)
        {
            ModelContent.WriteArray<ScoredItem>(writer, row);
        }
    }

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    /// <param name="reader">Where from.</param>
    /// <param name="rowCount">Rows that it must have.</param>
    /// <exception cref="InvalidDataException">The content is not such a table.</exception>
    public static NeighborTable Load(BinaryReader reader, int rowCount)
    {
        if (ModelContent.ReadCount(reader) != rowCount)
        {
            throw new InvalidDataException("The model knows other neighbours than its rows have.");
        }

        var rows = new ScoredItem[rowCount][];
        foreach (ref var row in rows.AsSpan())
        {
            row = ModelContent.ReadArray<ScoredItem>(reader);
            foreach (var neighbor in row)
            {
                if ((uint)neighbor.Item >= (uint)rowCount || !float.IsFinite(neighbor.Score))
                {
                    throw new InvalidDataException($"The model names neighbour {neighbor.Item} of {rowCount}.");
                }
            }
        }

        return new NeighborTable(rows);
    }
}
