namespace RecTools.Algorithms;

/// <summary>What <see cref="Als"/> knows of all users, or of all items.</summary>
internal sealed class AlsSide
{
    /// <summary>Makes room.</summary>
    /// <param name="rows">How many.</param>
    /// <param name="factors">Factors of each.</param>
    public AlsSide(int rows, int factors)
        : this(new FactorMatrix(rows, factors + 1), new float[rows])
    {
    }

    private AlsSide(FactorMatrix vectors, float[] offsets)
    {
        Vectors = vectors;
        Offsets = offsets;
    }

    /// <summary>
    /// Vector of each row: a 1 and then its factors. The 1 meets the other side's offset, so that offset and factors are solved together.
    /// </summary>
    public FactorMatrix Vectors { get; }

    /// <summary>Offset of each row.</summary>
    public float[] Offsets { get; }

    /// <summary>Puts the 1 in its place.</summary>
    public void SetOnes()
    {
        for (var row = 0; row < Vectors.Rows; row++)
        {
            Vectors.Row(row)[0] = 1;
        }
    }

    /// <summary>Takes the offset and factors of a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="values">Offset and factors, padded.</param>
    public void Set(int row, ReadOnlySpan<float> values)
    {
        values.CopyTo(Vectors.PaddedRow(row));
        Offsets[row] = values[0];
        Vectors.Row(row)[0] = 1;
    }

    /// <summary>Offset and factors of each row in one; a copy.</summary>
    public FactorMatrix Whole()
    {
        var whole = new FactorMatrix(Vectors.Rows, Vectors.Width);
        Vectors.Values.CopyTo(whole.Values, 0);
        for (var row = 0; row < whole.Rows; row++)
        {
            whole.Row(row)[0] = Offsets[row];
        }

        return whole;
    }

    /// <summary>Another one with the same numbers.</summary>
    public AlsSide Copy()
    {
        var copy = new AlsSide(Offsets.Length, Vectors.Width - 1);
        Vectors.Values.CopyTo(copy.Vectors.Values, 0);
        Offsets.CopyTo(copy.Offsets, 0);
        return copy;
    }

    /// <summary>Writes vectors and offsets.</summary>
    public void Save(BinaryWriter writer)
    {
        Vectors.Save(writer);
        ModelContent.WriteArray<float>(writer, Offsets);
    }

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The parts do not fit together.</exception>
    public static AlsSide Load(BinaryReader reader)
    {
        var side = new AlsSide(FactorMatrix.Load(reader), ModelContent.ReadArray<float>(reader));
        return side.Offsets.Length == side.Vectors.Rows ? side : throw new InvalidDataException("There are more or fewer offsets than vectors.");
    }
}
