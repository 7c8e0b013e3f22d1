namespace RecTools.Algorithms;

/// <summary>What the network is told of an item: its own embedding, plus those of its features, each times the feature's value.</summary>
internal static unsafe class ItemVectors
{
    /// <summary>Writes the vector of one item with its padding.</summary>
    public static void Write(EmbeddingWeights weights, SparseMatrix? features, int item, float* to)
    {
        weights.Items.PaddedRow(item).CopyTo(new Span<float>(to, weights.Items.Stride));
        if (features is null)
        {
            return;
        }

        var columns = features.ColumnsOf(item);
        var values = features.ValuesOf(item);
        fixed (float* table = weights.Features.Values)
        {
            for (var i = 0; i < columns.Length; i++)
            {
                VectorKernels.AddScaled(to, table + ((long)columns[i] * weights.Items.Stride), values[i], weights.Items.Stride);
            }
        }
    }

    /// <summary>The vectors of all items.</summary>
    public static FactorMatrix Of(EmbeddingWeights weights, SparseMatrix? features)
    {
        var all = new FactorMatrix(weights.Items.Rows, weights.Items.Width);
        fixed (float* to = all.Values)
        {
            for (var item = 0; item < all.Rows; item++)
            {
                Write(weights, features, item, to + ((long)item * all.Stride));
            }
        }

        return all;
    }
}
