using System.Numerics.Tensors;

namespace RecTools.Algorithms;

/// <summary>What is expected of a user before his ratings are looked at: by the history, whatever its values, and by features.</summary>
internal sealed class UserExpectation
{
    private readonly int firstFeature;
    private readonly TypicalRow typicalHistory;
    private readonly TypicalRow typicalFeatures;

    /// <summary>Prepares.</summary>
    /// <param name="interactions">Users by items.</param>
    /// <param name="features">Features of the users; null for none.</param>
    /// <param name="usesHistory">Whether it counts which items a user has rated.</param>
    public UserExpectation(SparseMatrix interactions, EntityFeatures? features, bool usesHistory)
    {
        Features = features;
        UsesHistory = usesHistory;
        firstFeature = usesHistory ? interactions.ColumnCount : 0;
        WeightCount = firstFeature + (features?.Names.Length ?? 0);
        typicalHistory = usesHistory ? TypicalRow.Of(RowDesign.HistoryOf(interactions)) : TypicalRow.None;
        typicalFeatures = features is null ? TypicalRow.None : TypicalRow.Of(features.Matrix);
    }

    /// <summary>Features of the users; null for none.</summary>
    public EntityFeatures? Features { get; }

    /// <summary>Whether it counts which items a user has rated.</summary>
    public bool UsesHistory { get; }

    /// <summary>Weights that each draw has: one an item where the history counts, and then one a feature.</summary>
    public int WeightCount { get; }

    /// <summary>What is expected of a user.</summary>
    /// <param name="draw">Weights.</param>
    /// <param name="user">The user; -1 for somebody new.</param>
    /// <param name="history">Items of the user.</param>
    /// <param name="expected">Takes it, padded: where history or features are unknown, what is expected of others in the mean.</param>
    public void Of(FactorDraw draw, int user, ReadOnlySpan<int> history, Span<float> expected)
    {
        draw.Mean.CopyTo(expected);
        if (UsesHistory && !history.IsEmpty)
        {
            var weight = RowDesign.WeightOf(history.Length);
            foreach (var item in history)
            {
                TensorPrimitives.MultiplyAdd(draw.Weights.PaddedRow(item), weight, expected, expected);
            }
        }
        else
        {
            SparseProduct.AddRow(typicalHistory.Columns, typicalHistory.Values, draw.Weights, expected);
        }

        if (!FeaturesOf(user).IsEmpty)
        {
            SparseProduct.AddRow(FeaturesOf(user), Features!.Matrix.ValuesOf(user), draw.Weights, expected, firstFeature);
        }
        else
        {
            SparseProduct.AddRow(typicalFeatures.Columns, typicalFeatures.Values, draw.Weights, expected, firstFeature);
        }
    }

    /// <summary>Features of a user; none of somebody new.</summary>
    /// <param name="user">The user; -1 for somebody new.</param>
    public ReadOnlySpan<int> FeaturesOf(int user) => user < 0 || Features is null ? [] : Features.Matrix.ColumnsOf(user);

    /// <summary>Adds to what each item of a history and each feature is worth for the scores of some items what it adds to the expectation.</summary>
    /// <param name="draw">Weights, and factors of the items.</param>
    /// <param name="user">The user; -1 for somebody new.</param>
    /// <param name="history">Items of the user.</param>
    /// <param name="items">Items to explain.</param>
    /// <param name="share">Times what it is added.</param>
    /// <param name="parts">Explained items by items of the history and then features of the user.</param>
    public void AddParts(FactorDraw draw, int user, ReadOnlySpan<int> history, ReadOnlySpan<int> items, float share, Span<float> parts)
    {
        var own = FeaturesOf(user);
        var values = own.IsEmpty ? [] : Features!.Matrix.ValuesOf(user);
        var weight = UsesHistory ? share * RowDesign.WeightOf(history.Length) : 0;
        for (var i = 0; i < items.Length; i++)
        {
            var vector = draw.Items.Vectors.Row(items[i]);
            var parted = parts.Slice(i * (history.Length + own.Length), history.Length + own.Length);
            for (var j = 0; UsesHistory && j < history.Length; j++)
            {
                parted[j] += weight * TensorPrimitives.Dot(vector, draw.Weights.Row(history[j]));
            }

            for (var j = 0; j < own.Length; j++)
            {
                parted[history.Length + j] += share * values[j] * TensorPrimitives.Dot(vector, draw.Weights.Row(firstFeature + own[j]));
            }
        }
    }

    /// <summary>Writes everything.</summary>
    public void Save(BinaryWriter writer)
    {
        writer.Write(UsesHistory);
        writer.Write(Features is not null);
        Features?.Save(writer);
    }

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    /// <exception cref="InvalidDataException">It is about other users.</exception>
    public static UserExpectation Load(BinaryReader reader, SparseMatrix interactions)
    {
        var usesHistory = reader.ReadBoolean();
        if (!reader.ReadBoolean())
        {
            return new UserExpectation(interactions, null, usesHistory);
        }

        var features = EntityFeatures.Load(reader);
        return features.Matrix.RowCount == interactions.RowCount
            ? new UserExpectation(interactions, features, usesHistory)
            : throw new InvalidDataException("The features of the model are about other users.");
    }
}
