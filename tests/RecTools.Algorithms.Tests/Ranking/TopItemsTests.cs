using FsCheck;
using FsCheck.Fluent;
using RecTools.Algorithms;

namespace RecTools.Tests;

public class TopItemsTests
{
    /// <summary>Few different scores, so that ties are common, and the odd ones among them.</summary>
    private static readonly Arbitrary<float[]> Scores = Gen.Frequency(
            (20, Gen.Choose(-5, 5).Select(n => n * 0.5f)),
            (1, Gen.Elements(float.NaN, float.PositiveInfinity, float.NegativeInfinity, -0f)))
        .ArrayOf().Resize(300).ToArbitrary();

    [Fact]
    public void The_choice_equals_a_full_sort_for_any_scores_exclusions_and_room() =>
        Prop.ForAll(Scores, Gen.Choose(0, 40).ToArbitrary(), Gen.Choose(0, 1000).ToArbitrary(), (scores, room, seed) =>
        {
            var random = new SeededRandom(seed);
            var excluded = Enumerable.Range(0, scores.Length).Where(_ => random.Next(3) == 0).ToArray();
            Assert.Equal(Slow(scores, excluded, room), Fast(scores, excluded, room));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(400));

    [Theory]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(33)]
    [InlineData(3706)]
    [InlineData(100_000)]
    public void Lists_of_all_lengths_and_orders_are_searched_to_the_end(int count)
    {
        var random = new SeededRandom(count);
        var ascending = Enumerable.Range(0, count).Select(i => (float)i).ToArray();
        var shuffled = (float[])ascending.Clone();
        random.Shuffle<float>(shuffled);
        int[] excluded = [count / 2, count - 1];
        foreach (var scores in new[] { ascending, [.. ascending.Reverse()], shuffled, new float[count] })
        {
            Assert.Equal(Slow(scores, excluded, 10), Fast(scores, excluded, 10));
        }
    }

    [Fact]
    public void Ties_go_to_the_smaller_item_number()
    {
        var scores = Enumerable.Repeat(2f, 100).ToArray();
        scores[70] = 3;
        Assert.Equal([70, 0, 2, 3], Fast(scores, [1], 4).Select(entry => entry.Item));
    }

    [Fact]
    public void Fewer_items_than_room_leave_the_rest_of_the_room_alone()
    {
        var best = new ScoredItem[4];
        best[2] = best[3] = new ScoredItem(77, 7);
        Assert.Equal(2, TopItems.Select([1, float.NaN, 5, 4], [3], best));
        Assert.Equal([new ScoredItem(2, 5), new ScoredItem(0, 1), new ScoredItem(77, 7), new ScoredItem(77, 7)], best);
    }

    private static ScoredItem[] Fast(float[] scores, int[] excluded, int room)
    {
        var best = new ScoredItem[room];
        return best[..TopItems.Select(scores, excluded, best)];
    }

    private static ScoredItem[] Slow(float[] scores, int[] excluded, int room) =>
        [.. Enumerable.Range(0, scores.Length)
            .Where(item => !excluded.Contains(item) && scores[item] > float.NegativeInfinity)
            .OrderByDescending(item => scores[item]).ThenBy(item => item)
            .Take(room).Select(item => new ScoredItem(item, scores[item]))];
}
