using RecTools.Algorithms;

namespace RecTools.Tests;

/// <summary>Examples worked by hand.</summary>
public class RankingMetricTests
{
    private const int K = 5;
    private static readonly bool[] Hits = [true, false, true, false, false];

    [Fact]
    public void Precision_divides_by_the_length_asked_for()
    {
        Assert.Equal(2 / 5.0, new Precision().Measure(Hits, 3, K));
        Assert.Equal(1 / 5.0, new Precision().Measure([true], 3, K));
    }

    [Fact]
    public void Recall_divides_by_the_relevant_items() => Assert.Equal(2 / 3.0, new Recall().Measure(Hits, 3, K));

    [Fact]
    public void Hit_rate_asks_for_one_hit()
    {
        Assert.Equal(1, new HitRate().Measure(Hits, 3, K));
        Assert.Equal(0, new HitRate().Measure([false, false], 3, K));
        Assert.Equal(0, new HitRate().Measure([], 3, K));
    }

    [Fact]
    public void Ndcg_divides_by_the_best_list_there_could_be()
    {
        // 1/log2(2) + 1/log2(4) = 1.5; three on top would give 1 + 0.63093 + 0.5, seven would fill all five places.
        Assert.Equal(1.5 / 2.13092975357146, new Ndcg().Measure(Hits, 3, K), 13);
        Assert.Equal(1.5 / 2.94845911887939, new Ndcg().Measure(Hits, 7, K), 13);
        Assert.Equal(1, new Ndcg().Measure([true, true], 2, K));
    }

    [Fact]
    public void Mean_average_precision_divides_by_all_relevant_items()
    {
        Assert.Equal((1 + (2 / 3.0)) / 3, new Map().Measure(Hits, 3, K), 15);
        Assert.Equal((1 + (2 / 3.0)) / 10, new Map().Measure(Hits, 10, K), 15);
    }

    [Fact]
    public void Mean_average_precision_at_k_divides_by_what_the_list_has_room_for()
    {
        Assert.Equal((1 + (2 / 3.0)) / 3, new MapAtK().Measure(Hits, 3, K), 15);
        Assert.Equal((1 + (2 / 3.0)) / 5, new MapAtK().Measure(Hits, 10, K), 15);
        Assert.Equal(1, new MapAtK().Measure([true, true, true, true, true], 9, K));
    }
}
