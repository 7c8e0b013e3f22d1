using RecTools.Algorithms;

namespace RecTools.Training;

/// <summary>A sparse matrix as bytes, small: gaps between columns take one byte mostly, and values one byte where there are few different ones.</summary>
public static class SparseMatrixFormat
{
    private const int MostCodes = 256;

    /// <summary>Writes a matrix.</summary>
    public static void Save(BinaryWriter writer, SparseMatrix matrix)
    {
        writer.Write(matrix.RowCount);
        writer.Write(matrix.ColumnCount);
        for (var row = 0; row < matrix.RowCount; row++)
        {
            var columns = matrix.ColumnsOf(row);
            writer.Write7BitEncodedInt(columns.Length);
            var previous = -1;
            foreach (var column in columns)
            {
                writer.Write7BitEncodedInt(column - previous - 1);
                previous = column;
            }
        }

        SaveValues(writer, matrix.Value);
    }

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The content is not a matrix.</exception>
    public static SparseMatrix Load(BinaryReader reader)
    {
        var rowCount = reader.ReadInt32();
        var columnCount = reader.ReadInt32();
        if (rowCount < 0 || columnCount < 0)
        {
            throw new InvalidDataException("A matrix has a negative size.");
        }

        var rowStart = new int[rowCount + 1];
        var columns = new List<int>();
        for (var row = 0; row < rowCount; row++)
        {
            var count = reader.Read7BitEncodedInt();
            var previous = -1;
            for (var i = 0; i < count; i++)
            {
                previous += reader.Read7BitEncodedInt() + 1;
                if ((uint)previous >= (uint)columnCount)
                {
                    throw new InvalidDataException($"Row {row} of a matrix has a column beyond its width.");
                }

                columns.Add(previous);
            }

            rowStart[row + 1] = columns.Count;
        }

        return new SparseMatrix(columnCount, rowStart, [.. columns], LoadValues(reader, columns.Count));
    }

    private static void SaveValues(BinaryWriter writer, float[] values)
    {
        var codes = new Dictionary<float, byte>();
        foreach (var value in values)
        {
            if (!codes.ContainsKey(value))
            {
                if (codes.Count == MostCodes)
                {
                    codes.Clear();
                    break;
                }

                codes.Add(value, (byte)codes.Count);
            }
        }

        // No codes means that the values follow as they are.
        writer.Write(codes.Count);
        foreach (var value in codes.Keys)
        {
            writer.Write(value);
        }

        foreach (var value in values)
        {
            if (codes.Count > 0)
            {
                writer.Write(codes[value]);
            }
            else
            {
                writer.Write(value);
            }
        }
    }

    private static float[] LoadValues(BinaryReader reader, int count)
    {
        var codeCount = reader.ReadInt32();
        if (codeCount is < 0 or > MostCodes)
        {
            throw new InvalidDataException("A matrix has too many value codes.");
        }

        var codes = new float[codeCount];
        for (var i = 0; i < codeCount; i++)
        {
            codes[i] = reader.ReadSingle();
        }

        var values = new float[count];
        for (var i = 0; i < count; i++)
        {
            values[i] = codeCount == 0 ? reader.ReadSingle() : reader.ReadByte() is var code && code < codeCount
                ? codes[code]
                : throw new InvalidDataException("A matrix has an unknown value code.");
        }

        return values;
    }
}
