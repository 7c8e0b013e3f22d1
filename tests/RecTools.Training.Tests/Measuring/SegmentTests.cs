using RecTools.Training;

namespace RecTools.Tests;

/// <summary>Figures by groups of users.</summary>
public sealed class SegmentTests : IDisposable
{
    private readonly Shop shop = Timed.Shop();

    public void Dispose() => shop.Dispose();

    [Fact]
    public void Without_a_word_users_are_told_apart_by_how_much_is_known_of_them()
    {
        var measured = shop.Measure(Timed.Algorithm("Als"));
        Assert.All(measured.Segments, segment => Assert.Equal("History", segment.Segment));
        Assert.Equal(measured.UsersMeasured, measured.Segments.Sum(segment => segment.UserCount));
        AssertMean(measured, measured.Segments);
    }

    [Fact]
    public void A_column_of_a_table_of_users_makes_a_group_for_each_value_and_one_for_users_without()
    {
        shop.Execute("CREATE TABLE Member (UserId int, City text, Age int)");
        shop.Execute("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 58) INSERT INTO Member SELECT i, CASE i % 2 WHEN 0 THEN 'Rome' ELSE 'Oslo ' END, 20 + i FROM n");
        var measured = shop.Measure(ByColumn("City", "Member"));
        Assert.Equal([("City", "Oslo"), ("City", "Rome"), ("City", "(none)")], measured.Segments.Select(segment => (segment.Segment, segment.Value)));
        AssertMean(measured, measured.Segments);

        // Numbers of many values come in four ranges of about as many users each.
        var ages = shop.Measure(ByColumn("Age", "Member")).Segments;
        Assert.Equal(["21 to 34", "35 to 49", "50 to 63", "64 to 78", "(none)"], ages.Select(segment => segment.Value));
    }

    [Fact]
    public void A_column_of_the_rows_themselves_will_do_where_a_user_has_one_value()
    {
        shop.Execute("CREATE TABLE Wide AS SELECT *, UserId % 3 AS Branch, ItemId % 2 AS Odd FROM Rating");
        MeasurementRequest Of(string column) => ByColumn(column, null) with { Training = Timed.Algorithm("Als").Training with { Source = new InteractionSource { Table = "Wide" } } };
        Assert.Equal(["0", "1", "2"], shop.Measure(Of("Branch")).Segments.Select(segment => segment.Value));
        var error = shop.Refuses(Of("Odd"));
        Assert.Equal("SegmentAmbiguous", error.ErrorId);
        Assert.Contains("several values of Odd", error.Message, StringComparison.Ordinal);
        Assert.Equal("ColumnNotFound", shop.Refuses(Of("Brunch")).ErrorId);
    }

    [Fact]
    public void Rare_values_come_together_and_users_of_another_table_are_refused()
    {
        shop.Execute("CREATE TABLE Member AS SELECT DISTINCT UserId, 'Town ' || (UserId / 2) AS Town FROM Rating");
        var towns = shop.Measure(ByColumn("Town", "Member")).Segments;
        Assert.Equal((21, "(others)"), (towns.Length, towns[^1].Value));
        shop.Execute("UPDATE Member SET UserId = UserId + 1000");
        Assert.Equal("SegmentUsersUnknown", shop.Refuses(ByColumn("Town", "Member")).ErrorId);
    }

    [Fact]
    public void Groups_of_a_published_model_tell_users_apart()
    {
        shop.Execute("CREATE TABLE Member (CustomerId int, Age real)");
        shop.Execute("INSERT INTO Member SELECT DISTINCT UserId, (UserId % 2) * 10 + UserId / 100.0 FROM Rating");
        shop.Train(Shop.Request("KMeans", "Member", "Groups") with { Options = new Dictionary<string, object?> { ["ClusterCount"] = 2 } });
        var request = Timed.Algorithm("Als");
        var measured = shop.Measure(request with { SegmentBy = [UserSegment.Cluster, UserSegment.History], Training = request.Training with { ClusterModel = "Groups" } });
        Assert.Equal(2, measured.Segments.Count(segment => segment.Segment == "Cluster"));
        AssertMean(measured, measured.Segments.Where(segment => segment.Segment == "Cluster"));
        Assert.Contains(measured.Segments, segment => segment.Segment == "History");
    }

    // The figure of all is the mean of those of the groups, weighted by their users.
    private static void AssertMean(ModelMeasurement measured, IEnumerable<SegmentMeasurement> segments)
    {
        var sum = segments.Sum(segment => segment.UserCount * segment.Metrics.Of("nDCG").Value);
        Assert.Equal(measured.Metrics.Of("nDCG").Value, sum / measured.UsersMeasured, 1e-12);
    }

    private static MeasurementRequest ByColumn(string column, string? table) => Timed.Algorithm("Als") with
    {
        SegmentBy = [UserSegment.Column],
        SegmentColumn = column,
        Training = Timed.Algorithm("Als").Training with { UserFeatures = table is null ? null : new FeatureSource { Table = table } },
    };
}
