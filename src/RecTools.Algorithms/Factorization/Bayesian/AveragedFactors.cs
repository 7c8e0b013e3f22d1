namespace RecTools.Algorithms;

/// <summary>Factors of several draws side by side, so that one product gives the mean of all predictions; and the mean of the offsets.</summary>
internal sealed class AveragedFactors
{
    private readonly int draws;

    /// <summary>Makes room.</summary>
    /// <param name="rows">Users or items.</param>
    /// <param name="factors">Factors of each in one draw.</param>
    /// <param name="draws">How many draws.</param>
    public AveragedFactors(int rows, int factors, int draws)
        : this(new FactorMatrix(rows, factors * draws), new float[rows], draws)
    {
    }

    private AveragedFactors(FactorMatrix vectors, float[] offsets, int draws)
    {
        Vectors = vectors;
        Offsets = offsets;
        this.draws = draws;
    }

    /// <summary>Factors, draw after draw.</summary>
    public FactorMatrix Vectors { get; }

    /// <summary>Mean of each row's offset.</summary>
    public float[] Offsets { get; }

    /// <summary>Puts a draw in its place, with factors as they are or as their share in the mean.</summary>
    /// <param name="row">The row.</param>
    /// <param name="draw">Number of the draw.</param>
    /// <param name="offset">Offset of the row.</param>
    /// <param name="factors">Its factors.</param>
    /// <param name="share">Times what the factors are taken.</param>
    public void Set(int row, int draw, float offset, ReadOnlySpan<float> factors, float share)
    {
        Offsets[row] += offset / draws;
        System.Numerics.Tensors.TensorPrimitives.Multiply(factors, share, Vectors.Row(row).Slice(draw * factors.Length, factors.Length));
    }

    /// <summary>Writes vectors and offsets.</summary>
    public void Save(BinaryWriter writer)
    {
        Vectors.Save(writer);
        ModelContent.WriteArray<float>(writer, Offsets);
    }

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The parts do not fit together.</exception>
    public static AveragedFactors Load(BinaryReader reader, int factors, int draws)
    {
        var read = new AveragedFactors(FactorMatrix.Load(reader), ModelContent.ReadArray<float>(reader), draws);
        return read.Offsets.Length == read.Vectors.Rows && read.Vectors.Width == (long)factors * draws
            ? read
            : throw new InvalidDataException("Averaged factors are not of the model's shape.");
    }
}
