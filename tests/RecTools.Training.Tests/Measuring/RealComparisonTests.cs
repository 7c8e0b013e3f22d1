using RecTools.Training;

namespace RecTools.Tests;

/// <summary>Models side by side on real ratings, against published figures.</summary>
public class RealComparisonTests
{
    [Fact]
    public void On_ratings_that_were_split_at_random_the_leak_is_told_and_what_loses_to_popularity_is_called_so()
    {
        var comparison = Compare(Source("stratified75.train.csv"), Source("stratified75.test.csv"), "Als");
        var entries = comparison.Entries.ToDictionary(entry => entry.Name);
        Assert.Equal(0.2524, entries["Popularity"].Value!.Value, 0.0005);
        Assert.Equal(("best", "worse than Popularity", "worse than Popularity"), (entries["Popularity"].Verdict, entries["Bias"].Verdict, entries["Als"].Verdict));
        Assert.Contains("Als is worse than Popularity by nDCG: recommending to everybody what most have does better.", comparison.Warnings);
        Assert.Equal((SplitKind.Given, true), (comparison.Leak!.Split, comparison.Leak.LeakedRows > 20_000));
        Assert.Matches(@"^User \d+ has a test row of 199[78]-\d\d-\d\d \d\d:\d\d \(item \d+\), and 1998-", comparison.Leak.Example);
    }

    [Fact]
    public void On_who_saw_what_models_have_the_published_figures_and_are_far_better_than_popularity()
    {
        var folder = Directory.CreateTempSubdirectory("rectools-test-");
        try
        {
            // The ratings are left out: what is asked is who saw what.
            InteractionSource WithoutRatings(string file)
            {
                var path = Path.Combine(folder.FullName, file);
                File.WriteAllLines(path, RealData.Lines($"ml-100k/{file}").Select(line => string.Join(',', line.Split(',')[..2])));
                return new InteractionSource { Path = path };
            }

            var comparison = Compare(
                WithoutRatings("stratified75.train.csv"), WithoutRatings("stratified75.test.csv"), "ImplicitAls", "Ease(Regularization=300)", "ImplicitAls(Factors=1, Sweeps=1, Regularization=1000)");
            var entries = comparison.Entries.ToDictionary(entry => entry.Name);
            Assert.Equal(0.2524, entries["Popularity"].Value!.Value, 0.0005);
            Assert.Equal(0.4867, entries["ImplicitAls"].Value!.Value, 0.003);
            Assert.Equal(0.4842, entries["Ease(Regularization=300)"].Value!.Value, 0.003);
            Assert.Equal("worse", entries["Popularity"].Verdict);
            Assert.Contains("best", entries["ImplicitAls"].Verdict, StringComparison.Ordinal);
            Assert.Contains("best", entries["Ease(Regularization=300)"].Verdict, StringComparison.Ordinal);
            Assert.EndsWith("than Popularity", entries["ImplicitAls(Factors=1, Sweeps=1, Regularization=1000)"].Verdict, StringComparison.Ordinal);
            Assert.DoesNotContain("Bias", entries.Keys);
            Assert.Null(comparison.Leak);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static InteractionSource Source(string file) => new() { Path = RealData.PathOf($"ml-100k/{file}") };

    private static ModelComparison Compare(InteractionSource train, InteractionSource test, params string[] algorithms) => ModelComparer.Compare(
        new ComparisonRequest
        {
            Training = Shop.Request("", model: "") with { Source = train, Split = new SplitRequest { Kind = SplitKind.Given, TestSource = test } },
            Algorithms = algorithms,
        },
        null, SilentObserver.Instance, TestContext.Current.CancellationToken);
}
