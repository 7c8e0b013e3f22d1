namespace RecTools.Algorithms;

/// <summary>Factors of users or of items, one padded row each; the padding is 0.</summary>
/// <param name="rows">Number of rows.</param>
/// <param name="width">Numbers in a row.</param>
internal sealed class FactorMatrix(int rows, int width)
{
    /// <summary>Number of rows.</summary>
    public int Rows { get; } = rows;

    /// <summary>Numbers in a row without the padding.</summary>
    public int Width { get; } = width;

    /// <summary>Distance between two rows.</summary>
    public int Stride { get; } = VectorKernels.PaddedLength(width);

    /// <summary>All rows.</summary>
    public float[] Values { get; } = new float[(long)rows * VectorKernels.PaddedLength(width)];

    /// <summary>One row without the padding.</summary>
    public Span<float> Row(int row) => Values.AsSpan(row * Stride, Width);

    /// <summary>One row with the padding.</summary>
    public Span<float> PaddedRow(int row) => Values.AsSpan(row * Stride, Stride);

    /// <summary>Fills with normal random numbers.</summary>
    /// <param name="deviation">Their standard deviation.</param>
    /// <param name="seed">Start of the draws.</param>
    /// <param name="stream">Number of the stream.</param>
    public void Randomize(double deviation, long seed, ulong stream)
    {
        var random = new SeededRandom(seed, stream);
        for (var row = 0; row < Rows; row++)
        {
            foreach (ref var value in Row(row))
            {
                value = (float)(random.NextGaussian() * deviation);
            }
        }
    }

    /// <summary>Sum over all rows of row' x row, upper tiles, <see cref="Stride"/> x <see cref="Stride"/>; the same bits at any number of threads.</summary>
    public unsafe float[] Gram(Workers workers)
    {
        const int LeastRows = 256;
        const int MostPieces = 32;
        var order = Stride;
        var pieceRows = Math.Max(LeastRows, (Rows + MostPieces - 1) / MostPieces);
        var partial = new float[(Rows + pieceRows - 1) / pieceRows][];
        workers.ForEachPiece(Rows, pieceRows, (from, to) =>
        {
            var sum = new float[order * order];
            fixed (float* matrix = sum, values = Values)
            {
                var first = values + ((long)from * order);
                SymmetricUpdate.Add(matrix, order, first, first, to - from);
            }

            partial[from / pieceRows] = sum;
        });
        var gram = new double[order * order];
        foreach (var sum in partial)
        {
            for (var i = 0; i < gram.Length; i++)
            {
                gram[i] += sum[i];
            }
        }

        return Array.ConvertAll(gram, value => (float)value);
    }

    /// <summary>Mean of some rows, with padding; zeros without any.</summary>
    /// <param name="counts">Whether a row counts.</param>
    public float[] PaddedMean(Predicate<int> counts)
    {
        var sums = new double[Stride];
        var rows = 0;
        for (var row = 0; row < Rows; row++)
        {
            if (counts(row))
            {
                var own = PaddedRow(row);
                rows++;
                for (var k = 0; k < sums.Length; k++)
                {
                    sums[k] += own[k];
                }
            }
        }

        return Array.ConvertAll(sums, sum => (float)(sum / Math.Max(1, rows)));
    }

    /// <summary>Writes the numbers without the padding.</summary>
    public void Save(BinaryWriter writer)
    {
        writer.Write(Rows);
        writer.Write(Width);
        for (var row = 0; row < Rows; row++)
        {
            ModelContent.WriteArray<float>(writer, Row(row).ToArray());
        }
    }

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The content is not such a matrix.</exception>
    public static FactorMatrix Load(BinaryReader reader)
    {
        var rows = reader.ReadInt32();
        var width = reader.ReadInt32();
        if (rows < 0 || width is < 1 or > 1 << 16)
        {
            throw new InvalidDataException("Factors have an impossible shape.");
        }

        var matrix = new FactorMatrix(rows, width);
        for (var row = 0; row < rows; row++)
        {
            var values = ModelContent.ReadArray<float>(reader);
            if (values.Length != width)
            {
                throw new InvalidDataException("Factors have rows of unequal length.");
            }

            values.CopyTo(matrix.Row(row));
        }

        return matrix;
    }
}
