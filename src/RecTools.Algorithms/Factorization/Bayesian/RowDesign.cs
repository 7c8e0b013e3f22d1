namespace RecTools.Algorithms;

/// <summary>What the factors of a row are expected from: which columns it has entries in, whatever their values, and its features.</summary>
internal static class RowDesign
{
    // Comparable to a few features with value 1, whatever the number of entries: each of n entries counts this over the root of n (Koren 2008, SVD++).
    private const float HistoryScale = 4;

    /// <summary>What describes users or items: where it counts, their entries, and then their features where there are some.</summary>
    /// <param name="rows">Entries; their values do not count.</param>
    /// <param name="usesHistory">Whether entries are looked at.</param>
    /// <param name="features">Features of each row; null for none.</param>
    public static IReadOnlyList<SparseMatrix> Of(SparseMatrix rows, bool usesHistory, SparseMatrix? features)
    {
        var designs = new List<SparseMatrix>();
        if (usesHistory)
        {
            designs.Add(HistoryOf(rows));
        }

        if (features is not null)
        {
            designs.Add(features);
        }

        return designs;
    }

    /// <summary>What each of a row's entries counts.</summary>
    public static float WeightOf(int entries) => HistoryScale / MathF.Sqrt(Math.Max(1, entries));

    /// <summary>One row a user or item with what each entry counts.</summary>
    public static SparseMatrix HistoryOf(SparseMatrix rows)
    {
        var weights = new float[rows.EntryCount];
        for (var row = 0; row < rows.RowCount; row++)
        {
            weights.AsSpan(rows.RowStart[row], rows.CountOf(row)).Fill(WeightOf(rows.CountOf(row)));
        }

        return rows.WithValues(weights);
    }
}
