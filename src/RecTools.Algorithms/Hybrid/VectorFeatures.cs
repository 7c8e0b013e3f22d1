namespace RecTools.Algorithms;

/// <summary>Item vectors of a model as features of the items.</summary>
internal static class VectorFeatures
{
    /// <summary>
    /// Makes them: less their mean, and 1 long in the root mean square, as all that a column of a table says of items is. Items without rows have vectors
    /// that nothing was learned of, and get none.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="name">What its numbers are called.</param>
    /// <param name="interactions">What it was fitted on.</param>
    public static EntityFeatures Of(IVectorModel model, string name, SparseMatrix interactions)
    {
        var counts = interactions.CountColumns();
        int[] items = [.. Enumerable.Range(0, counts.Length).Where(item => counts[item] > 0)];
        var width = items.Length == 0 ? 0 : model.ItemVector(items[0]).Length;
        var mean = MeanOf(model, items, width);
        double squares = 0;
        foreach (var item in items)
        {
            var vector = model.ItemVector(item);
            for (var k = 0; k < width; k++)
            {
                squares += (vector[k] - mean[k]) * (vector[k] - mean[k]);
            }
        }

        var scale = squares > 0 ? Math.Sqrt(items.Length / squares) : 0;
        var (row, column, value) = (new List<int>(), new List<int>(), new List<float>());
        foreach (var item in items)
        {
            var vector = model.ItemVector(item);
            for (var k = 0; k < width; k++)
            {
                if ((float)((vector[k] - mean[k]) * scale) is not 0 and var number)
                {
                    row.Add(item);
                    column.Add(k);
                    value.Add(number);
                }
            }
        }

        return new EntityFeatures(
            SparseMatrix.FromEntries(counts.Length, width, [.. row], [.. column], [.. value]),
            [.. Enumerable.Range(1, width).Select(number => new FeatureName(name, $"{number}"))]);
    }

    private static double[] MeanOf(IVectorModel model, int[] items, int width)
    {
        var mean = new double[width];
        foreach (var item in items)
        {
            var vector = model.ItemVector(item);
            for (var k = 0; k < width; k++)
            {
                mean[k] += (double)vector[k] / items.Length;
            }
        }

        return mean;
    }
}
