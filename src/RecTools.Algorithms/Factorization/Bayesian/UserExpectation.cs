using System.Numerics.Tensors;

namespace RecTools.Algorithms;

/// <summary>What is expected of a user before his ratings are looked at: by the history, whatever its values, and by features.</summary>
internal sealed class UserExpectation
{
    private readonly int firstFeature;
    private readonly int[] typicalFeatures;
    private readonly float[] typicalValues;

    /// <summary>Prepares.</summary>
    /// <param name="itemCount">Items.</param>
    /// <param name="features">Features of the users; null for none.</param>
    /// <param name="usesHistory">Whether it counts which items a user has rated.</param>
    public UserExpectation(int itemCount, SparseMatrix? features, bool usesHistory)
    {
        Features = features;
        UsesHistory = usesHistory;
        firstFeature = usesHistory ? itemCount : 0;
        WeightCount = firstFeature + (features?.ColumnCount ?? 0);
        typicalFeatures = [.. Enumerable.Range(0, features?.ColumnCount ?? 0)];
        typicalValues = features is null ? [] : MeansOf(features);
    }

    /// <summary>Features of the users; null for none.</summary>
    public SparseMatrix? Features { get; }

    /// <summary>Whether it counts which items a user has rated.</summary>
    public bool UsesHistory { get; }

    /// <summary>Weights that each draw has: one an item where the history counts, and then one a feature.</summary>
    public int WeightCount { get; }

    /// <summary>What is expected of a user.</summary>
    /// <param name="draw">Weights.</param>
    /// <param name="user">The user; -1 for somebody with the features that users have in the mean.</param>
    /// <param name="history">Items of the user.</param>
    /// <param name="expected">Takes it, padded.</param>
    public void Of(FactorDraw draw, int user, ReadOnlySpan<int> history, Span<float> expected)
    {
        var counted = UsesHistory ? history : [];
        if (user >= 0 && Features is not null)
        {
            draw.Expect(counted, Features.ColumnsOf(user), Features.ValuesOf(user), firstFeature, expected);
        }
        else
        {
            draw.Expect(counted, typicalFeatures, typicalValues, firstFeature, expected);
        }
    }

    /// <summary>Adds to what each item of a history is worth for the scores of some items what it adds to the expectation.</summary>
    /// <param name="draw">Weights, and factors of the items.</param>
    /// <param name="history">Items of the user.</param>
    /// <param name="items">Items to explain.</param>
    /// <param name="share">Times what it is added.</param>
    /// <param name="parts">Explained items by items of the history.</param>
    public void AddParts(FactorDraw draw, ReadOnlySpan<int> history, ReadOnlySpan<int> items, float share, Span<float> parts)
    {
        if (!UsesHistory)
        {
            return;
        }

        var weight = share * RowDesign.WeightOf(history.Length);
        for (var i = 0; i < items.Length; i++)
        {
            for (var j = 0; j < history.Length; j++)
            {
                parts[(i * history.Length) + j] += weight * TensorPrimitives.Dot(draw.Items.Vectors.Row(items[i]), draw.Weights.Row(history[j]));
            }
        }
    }

    /// <summary>Writes everything.</summary>
    public void Save(BinaryWriter writer)
    {
        writer.Write(UsesHistory);
        writer.Write(Features is not null);
        if (Features is not null)
        {
            writer.Write(Features.ColumnCount);
            ModelContent.WriteEntries(writer, Features);
        }
    }

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    /// <exception cref="InvalidDataException">It is about other users.</exception>
    public static UserExpectation Load(BinaryReader reader, SparseMatrix interactions)
    {
        var usesHistory = reader.ReadBoolean();
        if (!reader.ReadBoolean())
        {
            return new UserExpectation(interactions.ColumnCount, null, usesHistory);
        }

        var features = ModelContent.ReadMatrix(reader, ModelContent.ReadCount(reader));
        return features.RowCount == interactions.RowCount
            ? new UserExpectation(interactions.ColumnCount, features, usesHistory)
            : throw new InvalidDataException("The features of the model are about other users.");
    }

    private static float[] MeansOf(SparseMatrix features)
    {
        var sums = new double[features.ColumnCount];
        for (var i = 0; i < features.EntryCount; i++)
        {
            sums[features.Column[i]] += features.Value[i];
        }

        return Array.ConvertAll(sums, sum => (float)(sum / Math.Max(1, features.RowCount)));
    }
}
