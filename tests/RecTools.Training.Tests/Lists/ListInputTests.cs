namespace RecTools.Tests;

/// <summary>Business rules that cannot be followed: what is said, and that the last publication stays.</summary>
public sealed class ListInputTests : IDisposable
{
    private readonly Shop shop = Shop.WithRatings();

    public ListInputTests()
    {
        shop.Execute("CREATE TABLE Product AS SELECT DISTINCT ItemId AS ProductId, 'product ' || ItemId AS Name, ItemId % 3 AS Stock, 'all' AS Category FROM Rating");
        shop.Train();
    }

    public void Dispose() => shop.Dispose();

    [Fact]
    public void A_filter_that_leaves_nothing()
    {
        var error = Fails(new ListRequest { ItemFilter = "SELECT ProductId FROM Product WHERE Stock > 9" }, "CandidatesEmpty");
        Assert.Equal("-ItemFilter leaves no item, so there would be nothing to recommend.", error.Message);
        Assert.Contains("the last publication, if any, is untouched", error.Action, StringComparison.Ordinal);
        Fails(new ListRequest { ItemFilter = "SELECT ProductId, 1 AS Banned FROM Product" }, "CandidatesEmpty");
    }

    [Fact]
    public void A_candidate_query_without_the_column_of_the_user()
    {
        var error = Fails(new ListRequest { CandidateQuery = "SELECT ProductId, Stock FROM Product" }, "ColumnNotFound");
        Assert.Equal("The query has no column that looks like the user. Its columns are: ProductId, Stock.", error.Message);
        Assert.Equal("Name the column with AS UserId in -CandidateQuery.", error.Action);
    }

    [Fact]
    public void A_filter_without_the_column_of_the_item()
    {
        var error = Fails(new ListRequest { ItemFilter = "SELECT Name, Stock FROM Product" }, "ColumnNotFound");
        Assert.Contains("no column that looks like the item", error.Message, StringComparison.Ordinal);
        Assert.Equal("Name the column with AS ItemId in -ItemFilter.", error.Action);
    }

    [Fact]
    public void A_filter_that_gives_names_instead_of_ids()
    {
        var error = Fails(new ListRequest { ItemFilter = "SELECT Name FROM Product" }, "CandidatesUnknown");
        Assert.Equal("The model knows none of the 25 items of -ItemFilter, such as 'product 1'; its own are such as '1'.", error.Message);
    }

    [Fact]
    public void Filter_and_candidates_that_have_nothing_in_common()
    {
        var error = Fails(
            new ListRequest { ItemFilter = "SELECT ProductId FROM Product WHERE Stock = 0", CandidateQuery = "SELECT UserId, ItemId FROM Rating WHERE ItemId % 3 = 1" }, "CandidatesEmpty");
        Assert.StartsWith("No user is left any item by -CandidateQuery and -ItemFilter together", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_item_of_two_categories()
    {
        var error = Fails(
            new ListRequest { ItemFilter = "SELECT ProductId, Category FROM Product UNION ALL SELECT 5, 'other'", MaxPerCategory = 2 }, "CategoryTwice");
        Assert.Equal("Item 5 has the categories 'all' and 'other' in -ItemFilter.", error.Message);
    }

    [Fact]
    public void A_bound_without_categories() =>
        Assert.Contains("-ItemCategoryColumn", Fails(new ListRequest { ItemFilter = "SELECT ProductId FROM Product", MaxPerCategory = 2 }, "CategoryColumnNeeded").Action, StringComparison.Ordinal);

    [Fact]
    public void Pins_that_are_no_numbers() =>
        Assert.Contains("'product ", Fails(new ListRequest { ItemFilter = "SELECT ProductId, Name AS Pinned FROM Product" }, "PinnedNotNumber").Message, StringComparison.Ordinal);

    [Fact]
    public void A_query_that_writes_or_is_no_query()
    {
        Fails(new ListRequest { ItemFilter = "DELETE FROM Product" }, "ItemFilterUnclear");
        Fails(new ListRequest { ItemFilter = "WITH p AS (SELECT 1) DELETE FROM Product" }, "QueryWrites");
        Fails(new ListRequest { ItemFilter = "SELECT Nothing FROM Product" }, "QueryFailed");
        Assert.Equal(25L, shop.Scalar("SELECT COUNT(*) FROM Product"));
    }

    [Fact]
    public void Days_without_times()
    {
        shop.Execute("CREATE TABLE Timeless AS SELECT UserId, ItemId, Rating FROM Rating");
        var request = Shop.Request(table: "Timeless") with { Lists = new ListRequest { SeenItems = SeenItems.AfterDays, SeenAfterDays = 9 } };
        Assert.Equal("TimeColumnNeeded", shop.Fails(request).ErrorId);
    }

    [Theory]
    [InlineData(0, 0.0, SeenItems.Exclude, 0, "MaxPerCategoryOutOfRange")]
    [InlineData(1, 1.5, SeenItems.Exclude, 0, "DiversityOutOfRange")]
    [InlineData(1, double.NaN, SeenItems.Exclude, 0, "DiversityOutOfRange")]
    [InlineData(1, 0.0, SeenItems.AfterDays, 0, "SeenAfterDaysOutOfRange")]
    [InlineData(1, 0.0, SeenItems.Allow, 5, "SeenAfterDaysUnused")]
    public void Numbers_out_of_range(int most, double diversity, SeenItems seen, int days, string errorId) =>
        Fails(new ListRequest { MaxPerCategory = most, Diversity = diversity, SeenItems = seen, SeenAfterDays = days }, errorId);

    [Fact]
    public void Rules_for_lists_where_there_are_none()
    {
        var request = Shop.Request("KMeans") with { Lists = new ListRequest { Diversity = 0.2 } };
        Assert.Equal("ListRulesUnused", shop.Fails(request).ErrorId);
    }

    private RecException Fails(ListRequest lists, string errorId)
    {
        var error = shop.Fails(Shop.Request() with { Lists = lists });
        Assert.Equal(errorId, error.ErrorId);
        return error;
    }
}
