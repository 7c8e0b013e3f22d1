namespace RecTools.Algorithms;

/// <summary>
/// Weighs what people have done, so that the product of two rows says how alike they are: cosine, TF-IDF (Salton and Buckley 1988) or BM25
/// (Robertson and Zaragoza 2009). Values below 0 count as 0.
/// </summary>
/// <remarks>
/// idf = max(0, ln(rows / (1 + rows with the column))); TF-IDF weighs sqrt(value) x idf and brings rows to length 1; BM25 weighs
/// value (K1 + 1) / (K1 (1 - B + B x row sum / mean row sum) + value) x idf and leaves their length.
/// </remarks>
internal sealed class RowWeighting
{
    private const int RowsInPiece = 256;
    private readonly NeighborSimilarity similarity;
    private readonly double saturation;
    private readonly double lengthShare;
    private readonly double[] rarity;
    private readonly double meanSum;

    /// <summary>Looks at all rows: how rare columns are, and how long rows.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="similarity">Cosine, TfIdf or Bm25.</param>
    /// <param name="saturation">BM25's K1.</param>
    /// <param name="lengthShare">BM25's B.</param>
    public RowWeighting(SparseMatrix rows, NeighborSimilarity similarity, double saturation, double lengthShare)
    {
        this.similarity = similarity;
        this.saturation = saturation;
        this.lengthShare = lengthShare;
        rarity = RarityOf(rows);
        double sum = 0;
        foreach (var value in rows.Value)
        {
            sum += Math.Max(0, value);
        }

        meanSum = sum / Math.Max(1, rows.RowCount);
    }

    /// <summary>The same rows with weights for values.</summary>
    public SparseMatrix Weigh(SparseMatrix rows, Workers workers)
    {
        var weights = new float[rows.EntryCount];
        workers.ForEachPiece(rows.RowCount, RowsInPiece, (from, to) =>
        {
            for (var row = from; row < to; row++)
            {
                Weigh(rows.ColumnsOf(row), rows.ValuesOf(row), weights.AsSpan(rows.RowStart[row], rows.CountOf(row)));
            }
        });
        return rows.WithValues(weights);
    }

    /// <summary>The weights of one row, perhaps of somebody new.</summary>
    public void Weigh(ReadOnlySpan<int> columns, ReadOnlySpan<float> values, Span<float> weights)
    {
        if (similarity == NeighborSimilarity.Bm25)
        {
            WeighByBm25(columns, values, weights);
            return;
        }

        double squares = 0;
        for (var i = 0; i < columns.Length; i++)
        {
            var weight = WeightOf(columns[i], values[i]);
            squares += weight * weight;
        }

        var scale = squares > 0 ? 1 / Math.Sqrt(squares) : 0;
        for (var i = 0; i < columns.Length; i++)
        {
            weights[i] = (float)(WeightOf(columns[i], values[i]) * scale);
        }
    }

    private double WeightOf(int column, float value) =>
        similarity == NeighborSimilarity.TfIdf ? Math.Sqrt(Math.Max(0, value)) * rarity[column] : Math.Max(0, value);

    private void WeighByBm25(ReadOnlySpan<int> columns, ReadOnlySpan<float> values, Span<float> weights)
    {
        double sum = 0;
        foreach (var value in values)
        {
            sum += Math.Max(0, value);
        }

        var damping = saturation * (1 - lengthShare + (meanSum > 0 ? lengthShare * sum / meanSum : 0));
        for (var i = 0; i < columns.Length; i++)
        {
            var value = Math.Max(0, values[i]);
            weights[i] = value > 0 ? (float)(value * (saturation + 1) / (damping + value) * rarity[columns[i]]) : 0;
        }
    }

    private static double[] RarityOf(SparseMatrix rows) =>
        Array.ConvertAll(rows.CountColumns(), count => Math.Max(0, Math.Log((double)rows.RowCount / (1 + count))));
}
