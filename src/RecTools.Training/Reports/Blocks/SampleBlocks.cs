namespace RecTools.Training;

/// <summary>Recommendations of a few users with their reasons, for somebody who knows the items to look at.</summary>
internal static class SampleBlocks
{
    /// <summary>The lists; none without.</summary>
    public static IEnumerable<ReportBlock> Of(IReadOnlyList<Recommendation> samples)
    {
        if (samples.Count == 0)
        {
            yield break;
        }

        var named = samples.Any(sample => sample.ItemName is not null);
        yield return new TableBlock(
            "Recommendations of a few users",
            [
                new("user", "User"), new("rank", "Place", CellFormat.Count), new("item", "Item"), .. Optional.When(named, new ReportColumn("itemName", "Name")),
                new("score", "Score", CellFormat.Number), new("reason", "Reason"),
            ],
            [.. samples.Select(object?[] (sample) => [sample.UserId, sample.Rank, sample.ItemId, .. Optional.When<object?>(named, sample.ItemName), sample.Score, sample.Reason])]);
    }
}
