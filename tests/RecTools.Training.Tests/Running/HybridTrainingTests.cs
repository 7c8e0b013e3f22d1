namespace RecTools.Tests;

/// <summary>Hybrids of algorithms and of stored models.</summary>
public sealed class HybridTrainingTests : IDisposable
{
    private readonly Shop shop = Shop.WithRatings();

    public void Dispose() => shop.Dispose();

    [Fact]
    public void Parts_may_have_settings_and_be_stored_models_and_say_what_they_add()
    {
        shop.Train(Shop.Request("Als", model: "Stars") with { Options = new Dictionary<string, object?> { ["Factors"] = 3, ["Sweeps"] = 5 } });
        var result = shop.Train(With("Stars", "ItemKnn(Neighbors=4, Shrinkage=2)", "Bias") with { EvidenceTop = 3 });
        Assert.Equal(
            ["Weight of Stars", "Weight of ItemKnn(Neighbors=4, Shrinkage=2)", "Weight of Bias"],
            result.Metrics.Where(metric => metric.Split == "Model").Select(metric => metric.Name));
        Assert.Equal(0L, shop.Scalar("SELECT COUNT(*) FROM rec_Shop_Evidence WHERE Part IS NULL OR ItemId IS NOT NULL"));
        Assert.Equal(3L, shop.Scalar("SELECT COUNT(DISTINCT Part) FROM rec_Shop_Evidence"));
        Assert.True((long)shop.Scalar("SELECT COUNT(*) FROM rec_Shop_Recommendation WHERE Reason LIKE '%Stars % \\%%' ESCAPE '\\'")! > 0);
    }

    [Fact]
    public void A_stored_model_of_other_ids_is_refused()
    {
        shop.Execute("CREATE TABLE Named (UserId text, ItemId text, Rating real); INSERT INTO Named SELECT 'u' || UserId, 'i' || ItemId, Rating FROM Rating");
        shop.Train(Shop.Request("Als", "Named", "Named"));
        shop.Train();
        var error = shop.Fails(With("Als", "Named"));
        Assert.Equal("PartIdTypesDiffer", error.ErrorId);
        Assert.Contains("users whose ids are text, such as 'u1'; those of the rows to learn from are whole numbers, such as '1'", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Stras", "PartUnknown")]
    [InlineData("ItemKnn(Neighbors 4)", "PartUnclear")]
    [InlineData("ItemKnn(Neighbors=4", "PartUnclear")]
    [InlineData("ItemKnn(Neighbours=4)", "OptionUnknown")]
    [InlineData("KMeans", "PartNotARecommender")]
    [InlineData("Hybrid", "PartIsHybrid")]
    public void Parts_that_cannot_be(string part, string errorId)
    {
        shop.Train();
        Assert.Equal(errorId, shop.Fails(With("Als", part)).ErrorId);
    }

    private static TrainingRequest With(params string[] parts) =>
        Shop.Request("Hybrid") with { Options = new Dictionary<string, object?> { ["Parts"] = parts, ["Folds"] = 2 } };
}
