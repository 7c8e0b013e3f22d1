namespace RecTools.Algorithms;

/// <summary>Likeness of items by the cosine of their features.</summary>
/// <param name="features">Features of the items.</param>
public sealed class FeatureLikeness(EntityFeatures features) : IItemLikeness
{
    private readonly double[] norms = features.Matrix.RowLengths();

    /// <inheritdoc/>
    /// <remarks>An item without features is like no other.</remarks>
    public float Of(int item, int other)
    {
        var scale = norms[item] * norms[other];
        return scale > 0 ? (float)(Dot(item, other) / scale) : 0;
    }

    private double Dot(int item, int other)
    {
        var matrix = features.Matrix;
        var own = matrix.ColumnsOf(item);
        var others = matrix.ColumnsOf(other);
        var values = matrix.ValuesOf(item);
        var otherValues = matrix.ValuesOf(other);
        double sum = 0;
        for (int i = 0, j = 0; i < own.Length && j < others.Length;)
        {
            if (own[i] == others[j])
            {
                sum += (double)values[i++] * otherValues[j++];
            }
            else if (own[i] < others[j])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return sum;
    }
}
