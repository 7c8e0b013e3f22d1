namespace RecTools.Algorithms;

/// <summary>Points to be grouped, one a row, in single precision, row after row.</summary>
public sealed class PointMatrix
{
    /// <summary>Wraps an array that the matrix then owns.</summary>
    /// <param name="dimension">Numbers in a row.</param>
    /// <param name="values">All numbers, finite.</param>
    /// <exception cref="ArgumentException">The array does not hold whole rows.</exception>
    public PointMatrix(int dimension, float[] values)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(dimension);
        if (values.Length % dimension != 0)
        {
            throw new ArgumentException($"{values.Length} numbers are not whole rows of {dimension}.", nameof(values));
        }

        Dimension = dimension;
        Values = values;
    }

    /// <summary>Number of points.</summary>
    public int Count => Values.Length / Dimension;

    /// <summary>Numbers that describe a point.</summary>
    public int Dimension { get; }

    /// <summary>All numbers, row after row.</summary>
    public float[] Values { get; }

    /// <summary>One point.</summary>
    public ReadOnlySpan<float> this[int point] => Values.AsSpan(point * Dimension, Dimension);

    /// <summary>Writes the points.</summary>
    public void Save(BinaryWriter writer)
    {
        writer.Write(Dimension);
        ModelContent.WriteArray<float>(writer, Values);
    }

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The content is damaged.</exception>
    public static PointMatrix Load(BinaryReader reader)
    {
        var dimension = ModelContent.ReadCount(reader);
        var values = ModelContent.ReadArray<float>(reader);
        return dimension > 0 && values.Length % dimension == 0
            ? new PointMatrix(dimension, values)
            : throw new InvalidDataException($"The model says that it holds points of {dimension} numbers, but has {values.Length} numbers.");
    }
}
