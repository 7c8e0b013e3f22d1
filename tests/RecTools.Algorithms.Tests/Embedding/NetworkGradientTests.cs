using RecTools.Algorithms;

namespace RecTools.Tests;

/// <summary>Gradients by hand against central differences of the plain network in double precision.</summary>
public class NetworkGradientTests
{
    private const int Users = 7;
    private const int Items = 6;
    private const double Allowed = 1e-3;

    private static readonly SparseMatrix ItemFeatures =
        SparseMatrix.FromEntries(Items, 4, [0, 0, 1, 2, 3, 3, 5], [0, 2, 1, 0, 1, 2, 0], [1, 0.5f, 1, -2, 0.25f, 1, 3]);

    public static TheoryData<EmbeddingAim, int[], bool, bool> Networks => new(
        from aim in new[] { EmbeddingAim.Rating, EmbeddingAim.Implicit }
        from layers in new[] { [], new[] { 5 }, [18, 7, 3] }
        from hasDotProduct in new[] { true, false }
        from hasFeatures in new[] { true, false }
        select (aim, layers, hasDotProduct, hasFeatures));

    [Theory]
    [MemberData(nameof(Networks))]
    public void Every_kind_of_number_has_the_gradient_that_central_differences_give(EmbeddingAim aim, int[] layers, bool hasDotProduct, bool hasFeatures)
    {
        var scale = aim == EmbeddingAim.Rating ? new OutputScale(aim, 1, 5) : OutputScale.Chance;
        var features = hasFeatures ? ItemFeatures : null;
        var weights = Weights(new NetworkShape(3, layers, hasDotProduct), features);
        var examples = Examples(60, scale);
        var gradients = Compute(weights, features, scale, examples, threads: 2, out var loss);
        var slow = new SlowNetwork(weights, features, scale);
        Assert.Equal(slow.Loss(examples), loss / examples.Length, 1e-5);
        AssertTable(gradients.Users, slow.Users, weights.Users);
        AssertTable(gradients.Items, slow.Items, weights.Items);
        AssertBias(gradients.Users, slow.UserBias);
        AssertBias(gradients.Items, slow.ItemBias);
        AssertSlopes(weights.Shape.Length, i => gradients.Network.Span[i], i => slow.Slope(slow.Network, i, examples), i => Kind(weights.Shape, i));
        if (hasFeatures)
        {
            // The last feature is one that no item has.
            Assert.Equal(3, gradients.Features!.Table.Groups.Count);
            AssertTable(gradients.Features.Table, slow.Features, weights.Features);
        }

        void AssertTable(TableUpdate table, double[] numbers, FactorMatrix of) => AssertSlopes(
            table.Groups.Count * of.Stride,
            i => table.Gradients.Span[i],
            i => slow.Slope(numbers, (table.Groups.RowOf(i / of.Stride) * of.Stride) + (i % of.Stride), examples),
            _ => "embedding");

        void AssertBias(TableUpdate table, double[] numbers) => AssertSlopes(
            table.Groups.Count, i => table.BiasGradients[i], i => slow.Slope(numbers, table.Groups.RowOf(i), examples), _ => "bias");
    }

    [Fact]
    public void Padding_has_no_gradient()
    {
        var weights = Weights(new NetworkShape(3, [5, 3], true), null);
        var scale = new OutputScale(EmbeddingAim.Rating, 1, 5);
        var gradients = Compute(weights, null, scale, Examples(50, scale), threads: 1, out _);
        for (var group = 0; group < gradients.Users.Groups.Count; group++)
        {
            Assert.All(gradients.Users.Gradients.Span.Slice((group * 16) + 3, 13).ToArray(), gradient => Assert.Equal(0, gradient));
        }

        Assert.All(gradients.Network.Span.Slice(weights.Shape.BiasStart(0) + 5, 11).ToArray(), gradient => Assert.Equal(0, gradient));
        Assert.All(gradients.Network.Span[(weights.Shape.Level + 1)..].ToArray(), gradient => Assert.Equal(0, gradient));
    }

    [Fact]
    public void The_number_of_threads_changes_no_bit_of_a_gradient()
    {
        var weights = Weights(new NetworkShape(3, [20, 7], true), ItemFeatures);
        var scale = new OutputScale(EmbeddingAim.Rating, 1, 5);
        var one = Compute(weights, ItemFeatures, scale, Examples(5000, scale), threads: 1, out var loss);
        foreach (var threads in new[] { 2, 3, 7 })
        {
            var many = Compute(weights, ItemFeatures, scale, Examples(5000, scale), threads, out var sameLoss);
            Assert.Equal(loss, sameLoss);
            Assert.Equal(one.Network.Span, many.Network.Span);
            Assert.Equal(one.Users.Gradients.Span, many.Users.Gradients.Span);
            Assert.Equal(one.Features!.Table.Gradients.Span, many.Features!.Table.Gradients.Span);
            Assert.Equal(one.SquaredNorm(), many.SquaredNorm());
        }
    }

    private static EmbeddingWeights Weights(NetworkShape shape, SparseMatrix? features)
    {
        var weights = new EmbeddingWeights(shape, Users, Items, features?.ColumnCount ?? 0);
        weights.Randomize(0.7, 3);
        var random = new SeededRandom(4);
        foreach (ref var bias in weights.UserBias.AsSpan())
        {
            bias = (float)random.NextGaussian();
        }

        foreach (ref var bias in weights.ItemBias.AsSpan())
        {
            bias = (float)random.NextGaussian();
        }

        for (var layer = 0; layer < shape.Layers.Length; layer++)
        {
            for (var j = 0; j < shape.Layers[layer]; j++)
            {
                weights.Network.Span[shape.BiasStart(layer) + j] = (float)random.NextGaussian() * 0.3f;
            }
        }

        weights.Network.Span[shape.Level] = 0.4f;
        return weights;
    }

    private static (int User, int Item, float Target)[] Examples(int count, OutputScale scale)
    {
        var random = new SeededRandom(5);
        return [.. Enumerable.Range(0, count).Select(_ => (random.Next(Users), random.Next(Items), scale.Low + random.Next((int)(scale.High - scale.Low) + 1)))];
    }

    private static BatchGradients Compute(
        EmbeddingWeights weights, SparseMatrix? features, OutputScale scale, (int User, int Item, float Target)[] examples, int threads, out double loss)
    {
        using var crew = new SteadyCrew(new Workers(threads));
        var gradients = new BatchGradients(weights, features, scale, new EmbeddingOptions(), crew, 42);
        var batch = new TrainingBatch(examples.Length, weights.Shape.Widths[0]) { Count = examples.Length };
        loss = gradients.Compute(new FixedExamples(examples), batch, 1);
        return gradients;
    }

    private static void AssertSlopes(int count, Func<int, float> fast, Func<int, double> slow, Func<int, string> kind)
    {
        var pairs = Enumerable.Range(0, count).Select(i => (Kind: kind(i), Place: i, Fast: fast(i), Slow: slow(i))).ToArray();
        foreach (var ofKind in pairs.GroupBy(pair => pair.Kind))
        {
            var length = Math.Sqrt(ofKind.Sum(pair => pair.Slow * pair.Slow));
            var apart = Math.Sqrt(ofKind.Sum(pair => Math.Pow(pair.Fast - pair.Slow, 2)));
            Assert.True(apart <= Allowed * length, $"{ofKind.Key}: {apart} apart, {length} long");
        }
    }

    private static string Kind(NetworkShape shape, int place) =>
        place >= shape.Level ? "level"
        : place >= shape.DotStart ? "dot product"
        : place >= shape.DecayedLength ? "layer biases"
        : place >= shape.OutputStart ? "output weights"
        : "layer weights";

    private sealed class FixedExamples((int User, int Item, float Target)[] examples) : IExampleSource
    {
        public long Count => examples.Length;

        public void Shuffle(int epoch)
        {
        }

        public void Fill(TrainingBatch batch, int from, int to)
        {
            for (var i = from; i < to; i++)
            {
                (batch.Users[i], batch.Items[i], batch.Targets[i]) = examples[i];
            }
        }
    }
}
