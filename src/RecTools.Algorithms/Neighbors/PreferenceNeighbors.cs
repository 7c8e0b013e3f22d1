namespace RecTools.Algorithms;

/// <summary>Finds rows that are alike in what people have done.</summary>
internal sealed class PreferenceNeighbors
{
    private readonly PreferenceSettings settings;
    private readonly RowWeighting? weighting;
    private readonly int[] counts;
    private readonly SparseMatrix weighted;

    /// <summary>Weighs the rows.</summary>
    /// <param name="rows">Items by users, or users by items.</param>
    /// <param name="settings">What makes rows alike.</param>
    /// <param name="workers">Threads and cancellation.</param>
    public PreferenceNeighbors(SparseMatrix rows, PreferenceSettings settings, Workers workers)
    {
        this.settings = settings;
        counts = [.. Enumerable.Range(0, rows.RowCount).Select(rows.CountOf)];
        weighting = IsJaccard ? null : new RowWeighting(rows, settings.Similarity, settings.Saturation, settings.LengthShare);
        weighted = weighting?.Weigh(rows, workers) ?? rows;
    }

    private bool IsJaccard => settings.Similarity == NeighborSimilarity.Jaccard;

    private JaccardSimilarity Jaccard => new(counts, settings.MinOverlap);

    /// <summary>The neighbours of all rows.</summary>
    public NeighborTable FindAll(FitContext context) => IsJaccard
        ? NeighborFinder<int, int, JaccardSimilarity>.FindAll(weighted, Jaccard, settings.Neighbors, context)
        : NeighborFinder<float, float, ProductSimilarity>.FindAll(weighted, default, settings.Neighbors, context);

    /// <summary>The neighbours of somebody new, best first.</summary>
    public ScoredItem[] Find(ReadOnlySpan<int> columns, ReadOnlySpan<float> values) => IsJaccard
        ? new NeighborFinder<int, int, JaccardSimilarity>(weighted.Transpose(), Jaccard, settings.Neighbors).Find(columns, values, -1)
        : new NeighborFinder<float, float, ProductSimilarity>(weighted.Transpose(), default, settings.Neighbors)
            .Find(columns, WeightsOf(columns, values), -1);

    /// <summary>What the similarity multiplies for a row of somebody new; empty where it only counts.</summary>
    public float[] WeightsOf(ReadOnlySpan<int> columns, ReadOnlySpan<float> values)
    {
        if (weighting is null)
        {
            return [];
        }

        var weights = new float[columns.Length];
        weighting.Weigh(columns, values, weights);
        return weights;
    }

    /// <summary>What the similarity multiplies for a row of the matrix; empty where it only counts.</summary>
    public ReadOnlySpan<float> WeightsOf(int row) => weighting is null ? [] : weighted.ValuesOf(row);
}
