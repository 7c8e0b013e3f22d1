using RecTools.Algorithms;

namespace RecTools.Tests;

/// <summary>Examples worked by hand: of four users with rows, item 0 has all, item 1 two, item 2 one, item 3 nobody.</summary>
public class ListMetricTests
{
    private static readonly SparseMatrix Train = SparseMatrix.FromEntries(
        5, 4, [0, 0, 1, 1, 2, 2, 3], [0, 1, 0, 1, 0, 2, 0], [1, 1, 1, 1, 1, 1, 1]);

    private static readonly ItemPopularity Popularity = new(Train);

    [Fact]
    public void Novelty_is_the_mean_of_bits()
    {
        // -log2 of 1, 1/2 and 1/4; what nobody has counts as what one has.
        Assert.Equal((0.5, 1), new Novelty(Popularity).Measure(0, List(0, 1)));
        Assert.Equal((1, 1), new Novelty(Popularity).Measure(4, List(0, 1, 2)));
        Assert.Equal((2, 1), new Novelty(Popularity).Measure(0, List(3)));
        Assert.Equal((0, 0), new Novelty(Popularity).Measure(0, List()));
    }

    [Fact]
    public void Popularity_bias_is_what_lists_are_above_histories()
    {
        var metric = new PopularityBias(Popularity, Train);

        // The history 0, 1 has a mean popularity of 3/4, the list 2, 3 of 1/8; the history 0 has 1, the list 1 has 1/2.
        Assert.Equal((0.125 - 0.75, 0.75), metric.Measure(0, List(2, 3)));
        Assert.Equal((0.5 - 1, 1), metric.Measure(3, List(1)));
        Assert.Equal((0, 0), metric.Measure(0, List()));
        Assert.Equal((0, 0), metric.Measure(4, List(0)));
    }

    [Fact]
    public void Diversity_is_the_mean_unlikeness_of_pairs()
    {
        var metric = new ListDiversity(new TenthOfSum());
        Assert.Equal(0.7, metric.Measure(0, List(1, 2)).Value, 6);
        Assert.Equal((0.7 + 0.6 + 0.5) / 3, metric.Measure(0, List(1, 2, 3)).Value, 6);
        Assert.Equal((0, 0), metric.Measure(0, List(1)));
    }

    private static ScoredItem[] List(params int[] items) => Array.ConvertAll(items, item => new ScoredItem(item, 1));

    private sealed class TenthOfSum : IItemLikeness
    {
        public float Of(int item, int other) => (item + other) / 10f;
    }
}
