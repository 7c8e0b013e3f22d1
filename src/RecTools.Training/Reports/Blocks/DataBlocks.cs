using System.Globalization;

namespace RecTools.Training;

/// <summary>What the rows look like, and how clean they are.</summary>
internal static class DataBlocks
{
    /// <summary>All of it.</summary>
    public static IEnumerable<ReportBlock> Of(DataSummary data)
    {
        yield return new FactsBlock([.. Facts(data)]);
        foreach (var block in Quality(data.Rejected, data.LeftOut, data.RowsRead))
        {
            yield return block;
        }

        if (Histogram(data.UserActivity, "Rows of a user", "rows", "users") is { } users)
        {
            yield return users;
        }

        if (Histogram(data.ItemActivity, "Rows of an item", "rows", "items") is { } items)
        {
            yield return items;
        }

        if (Histogram(data.Values, "Values", "value", "rows") is { } values)
        {
            yield return values;
        }
    }

    /// <summary>Rows set aside and left out, by reason; a sentence where there are none.</summary>
    public static IEnumerable<ReportBlock> Quality(IReadOnlyList<RejectedRows> rejected, IReadOnlyList<RejectedRows> leftOut, long read)
    {
        if (rejected.Count == 0 && leftOut.Count == 0)
        {
            if (read > 0)
            {
                yield return new TextBlock("No row was set aside: all could be used.");
            }

            yield break;
        }

        if (rejected.Count > 0)
        {
            yield return Rows("Rows set aside because they cannot be used", rejected, read);
        }

        if (leftOut.Count > 0)
        {
            yield return Rows("Rows left out by the settings", leftOut, read);
        }
    }

    private static TableBlock Rows(string title, IReadOnlyList<RejectedRows> rows, long read) => new(
        title,
        [new("reason", "Reason"), new("count", "Rows", CellFormat.Count), new("share", "Of all rows", CellFormat.Percent), new("example", "An example", CellFormat.Code)],
        [.. rows.Select(row => new object?[] { row.Reason, row.Count, read == 0 ? null : (double)row.Count / read, row.Example })]);

    private static IEnumerable<ReportFact> Facts(DataSummary data)
    {
        yield return new("source", "Source", data.Source);
        if (data.RowsRead > 0)
        {
            yield return new("rowsRead", "Rows read", data.RowsRead, CellFormat.Count);
            yield return new("rowsRejected", "Rows set aside", data.Rejected.Sum(rows => rows.Count), CellFormat.Count);
        }

        if (data.Duplicates is { } duplicates)
        {
            yield return new("mergedRows", "Duplicate rows merged", data.MergedRows, CellFormat.Count);
            yield return new("duplicates", "Duplicates", duplicates);
        }

        yield return new("interactions", "Pairs of user and item", data.InteractionCount, CellFormat.Count);
        yield return new("users", "Users", data.UserCount, CellFormat.Count);
        yield return new("items", "Items", data.ItemCount, CellFormat.Count);
        yield return new("density", "Of all pairs have a row", data.Density, CellFormat.Percent);
        yield return new("hasValues", "Values", data.HasValues ? "in the source" : "none: each row counts 1");
        if (data.FirstDay is { } first)
        {
            yield return new("firstDay", "First day", first, CellFormat.Day);
            yield return new("lastDay", "Last day", data.LastDay, CellFormat.Day);
        }
    }

    private static FigureBlock? Histogram(HistogramBin[] bins, string title, string unit, string noun) => bins.Length == 0 ? null : new FigureBlock(
        new HistogramData { Title = title, Noun = noun, LabelX = $"{title} ({unit})", Ranges = [.. bins.Select(RangeOf)], Counts = [.. bins.Select(bin => bin.Count)] },
        new TableBlock(
            title, [new("from", "From", CellFormat.Number), new("to", "To", CellFormat.Number), new("count", $"Number of {noun}", CellFormat.Count)],
            [.. bins.Select(bin => new object?[] { bin.From, bin.To, bin.Count })]));

    private static string RangeOf(HistogramBin bin)
    {
        static string Text(double value) => value.ToString("#,0.###", CultureInfo.InvariantCulture).Replace('-', '−');
        return bin.From == bin.To ? Text(bin.From) : $"{Text(bin.From)}–{Text(bin.To)}";
    }
}
