using RecTools.Algorithms;

namespace RecTools.Tests;

/// <summary>What is said of models of MovieLens 100K.</summary>
public class RealEvaluationTests
{
    private static readonly Workers TwoThreads = new(2);

    [Fact]
    public void Tastes_beat_popularity_and_are_less_popular_and_more_novel()
    {
        var (train, test) = RealRatings.Stratified();
        var options = new EvaluationOptions { Lists = new ListRules { Likeness = InteractionLikeness.Learn(train, FitContext.Default) } };
        ModelEvaluation Measure(IRecommender model) => Evaluator.Measure(model, train, test, 10, options, TwoThreads, 42);
        var tastes = Measure(new ImplicitAls().Fit(train, new ImplicitAlsOptions(), FitContext.Default));
        var popularity = Measure(new Popularity().Fit(train, new PopularityOptions(), FitContext.Default));

        foreach (var (metric, sign) in new[] { ("nDCG", 1), ("Novelty", 1), ("PopularityBias", -1) })
        {
            var found = PairedTest.Compare(tastes.Lists, popularity.Lists, metric, 2000, 42, TwoThreads);
            Assert.True(sign * found.Difference > 0 && sign * found.Lower > 0 && sign * found.Upper > 0, $"{metric}: {found}");
            Assert.Equal(1 / 2001.0, found.PValue, 12);
        }

        Assert.True(popularity.Lists.Total("PopularityBias") > 0);
        Assert.True(tastes.LongTail[10].ListShare < popularity.LongTail[10].ListShare);
    }

    [Fact]
    public void A_random_split_of_rows_with_times_leaks_the_future()
    {
        const int Users = 943;
        var ratings = RealRatings.Read("ml-100k/u.data", Users, 1682);
        var seconds = Array.ConvertAll(RealRatings.ReadDays("ml-100k/u.data"), day => (long)Math.Round(day * 86400));
        var user = Enumerable.Range(0, Users).SelectMany(row => Enumerable.Repeat(row, ratings.CountOf(row))).ToArray();
        var byTime = (long[])seconds.Clone();
        Array.Sort(byTime);

        // Rows before the day of the split are learned from, the rest is measured on: nothing leaks. Rows drawn at random leak almost all.
        LeakCount? Find(Func<int, bool> isTest)
        {
            var (train, test) = (ratings.Where(i => !isTest(i), out var kept), ratings.Where(isTest, out var aside));
            return LeakCheck.Find(train, Array.ConvertAll(kept, i => seconds[i]), test, Array.ConvertAll(aside, i => seconds[i]));
        }

        Assert.Null(Find(i => seconds[i] > byTime[80_000]));
        var found = Find(i => i % 5 == 0)!;
        Assert.InRange(found.Rows, 10_000, 20_000);
        Assert.InRange(found.Users, 900, Users);

        // One row of the future among those learned from: the last of a user, with all of his others measured on.
        var last = Enumerable.Range(0, seconds.Length).Where(i => user[i] == 5).MaxBy(i => seconds[i]);
        var planted = Find(i => user[i] == 5 && i != last)!;
        Assert.Equal((1, 5, seconds[last]), (planted.Users, planted.Example.User, planted.Example.LaterTime));
    }
}
