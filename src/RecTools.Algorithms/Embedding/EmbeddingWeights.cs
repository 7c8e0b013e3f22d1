using System.Numerics.Tensors;

namespace RecTools.Algorithms;

/// <summary>Everything that is learned: embeddings and biases of users, items and features, and the numbers of the network.</summary>
/// <param name="shape">Shape of the network.</param>
/// <param name="users">Number of users.</param>
/// <param name="items">Number of items.</param>
/// <param name="features">Number of features; an item is described by its own embedding plus those of its features, each times its value (Kula 2015).</param>
internal sealed class EmbeddingWeights(NetworkShape shape, int users, int items, int features)
{
    // Draws of users, items and features must not depend on how many there are of the others.
    private const ulong UserStream = 1;
    private const ulong ItemStream = 2;
    private const ulong FeatureStream = 3;
    private const ulong LayerStream = 16;

    /// <summary>Shape of the network.</summary>
    public NetworkShape Shape { get; } = shape;

    /// <summary>Embeddings of the users.</summary>
    public FactorMatrix Users { get; } = new(users, shape.HalfWidth);

    /// <summary>Embeddings of the items.</summary>
    public FactorMatrix Items { get; } = new(items, shape.HalfWidth);

    /// <summary>Embeddings of the features.</summary>
    public FactorMatrix Features { get; } = new(features, shape.HalfWidth);

    /// <summary>Biases of the users.</summary>
    public float[] UserBias { get; } = new float[users];

    /// <summary>Biases of the items.</summary>
    public float[] ItemBias { get; } = new float[items];

    /// <summary>Numbers of the network, laid out by its shape.</summary>
    public AlignedBuffer Network { get; } = new(shape.Length);

    /// <summary>Draws a start: embeddings normal around 0, layers as He et al. 2015 draw them, products with weight 1.</summary>
    /// <param name="deviation">Standard deviation of the embeddings.</param>
    /// <param name="seed">Start of the draws.</param>
    public void Randomize(double deviation, long seed)
    {
        Users.Randomize(deviation, seed, UserStream);
        Items.Randomize(deviation, seed, ItemStream);
        Features.Randomize(deviation, seed, FeatureStream);
        for (var layer = 0; layer < Shape.Layers.Length; layer++)
        {
            Randomize(Shape.WeightStart(layer), layer, Shape.Layers[layer], Shape.Widths[layer + 1], seed);
        }

        if (Shape.HasOutputWeights)
        {
            Randomize(Shape.OutputStart, Shape.Layers.Length, 1, 1, seed);
        }

        if (Shape.HasDotProduct)
        {
            Network.Span.Slice(Shape.DotStart, Shape.HalfWidth).Fill(1);
        }
    }

    /// <summary>Whether all of them are numbers.</summary>
    public bool AreFinite => AllFinite(Users.Values) && AllFinite(Items.Values) && AllFinite(Features.Values) && AllFinite(UserBias) && AllFinite(ItemBias)
        && AllFinite(Network.Span);

    /// <summary>Takes over the numbers of weights of the same shape.</summary>
    public void CopyFrom(EmbeddingWeights other)
    {
        other.Users.Values.CopyTo(Users.Values, 0);
        other.Items.Values.CopyTo(Items.Values, 0);
        other.Features.Values.CopyTo(Features.Values, 0);
        other.UserBias.CopyTo(UserBias, 0);
        other.ItemBias.CopyTo(ItemBias, 0);
        other.Network.Span.CopyTo(Network.Span);
    }

    /// <summary>Gives users and items that nothing was learned of the mean of the others.</summary>
    /// <param name="rows">The rows that were learned from.</param>
    /// <param name="itemsAreDrawn">Whether items were drawn for what users do not have, so that something was learned of all.</param>
    public void FillUnseen(SparseMatrix rows, bool itemsAreDrawn)
    {
        Fill(Users, user => rows.CountOf(user) > 0);
        if (!itemsAreDrawn)
        {
            var counts = rows.CountColumns();
            Fill(Items, item => counts[item] > 0);
        }
    }

    private static bool AllFinite(ReadOnlySpan<float> values) => values.IsEmpty || TensorPrimitives.IsFiniteAll(values);

    private static void Fill(FactorMatrix table, Predicate<int> isSeen)
    {
        var mean = table.PaddedMean(isSeen);
        for (var row = 0; row < table.Rows; row++)
        {
            if (!isSeen(row))
            {
                mean.CopyTo(table.PaddedRow(row));
            }
        }
    }

    private void Randomize(int start, int layer, int outputs, int stride, long seed)
    {
        var random = new SeededRandom(seed, LayerStream + (ulong)layer);
        var inputs = layer == 0 ? 2 * Shape.HalfWidth : Shape.Layers[layer - 1];
        var deviation = Math.Sqrt(2.0 / inputs);
        for (var input = 0; input < inputs; input++)
        {
            // The item's half of the input begins behind the padding of the user's.
            var row = layer == 0 && input >= Shape.HalfWidth ? input - Shape.HalfWidth + Shape.Stride : input;
            for (var output = 0; output < outputs; output++)
            {
                Network.Span[start + (row * stride) + output] = (float)(random.NextGaussian() * deviation);
            }
        }
    }
}
