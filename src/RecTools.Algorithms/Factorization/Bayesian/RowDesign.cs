using System.Numerics.Tensors;

namespace RecTools.Algorithms;

/// <summary>What the factors of a row are expected from: which columns it has entries in, whatever their values, and its features.</summary>
internal static class RowDesign
{
    // Comparable to a few features with value 1, whatever the number of entries: each of n entries counts this over the root of n (Koren 2008, SVD++).
    private const float HistoryScale = 4;

    /// <summary>One row a user or item; null where there is nothing to expect anything from.</summary>
    /// <param name="rows">Entries; their values do not count.</param>
    /// <param name="usesHistory">Whether entries are looked at; their columns are the first features then.</param>
    /// <param name="features">Features of each row; null for none.</param>
    public static SparseMatrix? Of(SparseMatrix rows, bool usesHistory, SparseMatrix? features)
    {
        if (!usesHistory)
        {
            return features;
        }

        var start = new int[rows.RowCount + 1];
        var column = new int[rows.EntryCount + (features?.EntryCount ?? 0)];
        var value = new float[column.Length];
        for (var row = 0; row < rows.RowCount; row++)
        {
            var own = rows.ColumnsOf(row);
            var next = start[row];
            own.CopyTo(column.AsSpan(next));
            value.AsSpan(next, own.Length).Fill(WeightOf(own.Length));
            next += own.Length;
            if (features is not null)
            {
                features.ValuesOf(row).CopyTo(value.AsSpan(next));
                foreach (var feature in features.ColumnsOf(row))
                {
                    column[next++] = rows.ColumnCount + feature;
                }
            }

            start[row + 1] = next;
        }

        return new SparseMatrix(rows.ColumnCount + (features?.ColumnCount ?? 0), start, column, value);
    }

    /// <summary>What each of a row's entries counts.</summary>
    public static float WeightOf(int entries) => HistoryScale / MathF.Sqrt(Math.Max(1, entries));

    /// <summary>sum += weight x sum of the rows of a dense matrix that stand for the entries.</summary>
    public static void AddHistory(ReadOnlySpan<int> columns, FactorMatrix weights, Span<float> sum)
    {
        foreach (var column in columns)
        {
            TensorPrimitives.MultiplyAdd(weights.PaddedRow(column), WeightOf(columns.Length), sum, sum);
        }
    }
}
