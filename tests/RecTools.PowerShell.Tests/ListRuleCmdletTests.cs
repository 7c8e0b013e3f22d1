namespace RecTools.Tests;

/// <summary>Business rules and new rows by the cmdlets, in the real engine.</summary>
public class ListRuleCmdletTests
{
    [Theory]
    [InlineData("Invoke-RecTraining")]
    [InlineData("Publish-RecModel")]
    [InlineData("Get-RecRecommendation")]
    public void All_three_take_the_rules(string cmdlet)
    {
        using var session = new Session();
        var names = session.Run($"(Get-Command {cmdlet}).Parameters.Keys").Select(name => (string)name.BaseObject).ToHashSet();
        Assert.Superset(new HashSet<string> { "ItemFilter", "CandidateQuery", "ItemCategoryColumn", "MaxPerCategory", "SeenItems", "SeenAfterDays", "Diversity" }, names);
    }

    [Fact]
    public void Rules_hold_in_answers_and_in_what_is_published()
    {
        using var session = Session.WithModel();
        const string Rules = "-ItemFilter 'SELECT ProductId, Category FROM Product WHERE ProductId % 2 = 0' -MaxPerCategory 2";
        var asked = session.Run($"Get-RecRecommendation Shop 3 -Top 6 {Rules}").Select(row => (Recommendation)row.BaseObject).ToList();
        Assert.Equal(6, asked.Count);
        Assert.All(asked, row => Assert.Equal(0, (long)row.ItemId % 2));
        session.Run($"Publish-RecModel Shop -Top 6 {Rules}");
        var published = session.Run("Invoke-RecQuery 'SELECT ItemId FROM rec_Shop_Recommendation WHERE UserId = 3 ORDER BY Rank' | ForEach-Object ItemId");
        Assert.Equal(asked.Select(row => row.ItemId), published.Select(item => item.BaseObject));
        Assert.Equal(6, session.Run($"Get-RecRecommendation Shop -History 2, 4 -Top 6 {Rules}").Count);
    }

    [Fact]
    public void What_the_user_has_may_come_again_by_either_name()
    {
        using var session = Session.WithModel();
        string Items(string seen) => string.Join(',', session.Run($"(Get-RecRecommendation Shop 3 -Top 10 {seen}).ItemId"));
        Assert.Equal(Items("-IncludeSeen"), Items("-SeenItems Allow"));
        Assert.NotEqual(Items(""), Items("-IncludeSeen"));
        Assert.Equal(Items(""), Items("-SeenAfterDays 30000"));
        Assert.StartsWith("SeenAfterDaysOutOfRange,", session.Fail("Get-RecRecommendation Shop 3 -SeenItems AfterDays").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void Changed_users_are_published_and_what_is_kept_cannot_be_chosen_anew()
    {
        using var session = Session.WithModel();
        session.Run("[pscustomobject]@{ CustomerId = 3; ProductId = 5; Rating = 5; RatedAt = '2026-01-01' }, [pscustomobject]@{ CustomerId = 900; ProductId = 5; Rating = 5; RatedAt = '2026-01-01' } | Import-RecInteraction -Table Rating -Append");
        var result = (PublishResult)session.Run("Publish-RecModel Shop -OnlyChanged -WarningAction SilentlyContinue")[0].BaseObject;
        Assert.InRange(result.ChangedUsers!.Value, 1, 2);
        Assert.Equal(0, result.GoneUsers);
        Assert.Equal(10, session.Run("Invoke-RecQuery 'SELECT * FROM rec_Shop_Recommendation WHERE UserId = 900'").Count);
        var error = session.Fail("Publish-RecModel Shop -OnlyChanged -Top 3");
        Assert.StartsWith("OnlyChangedKeeps,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.StartsWith("SourceUnused,", session.Fail("Publish-RecModel Shop -Table Rating").FullyQualifiedErrorId, StringComparison.Ordinal);
    }
}
