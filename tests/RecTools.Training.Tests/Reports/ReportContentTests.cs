using System.Text.Json;
using RecTools.Training;

namespace RecTools.Tests;

/// <summary>What reports say.</summary>
public class ReportContentTests
{
    [Fact]
    public void A_comparison_says_who_is_best_who_is_no_different_and_who_loses_to_Popularity()
    {
        using var report = WrittenReport.Of("comparison");
        Assert.Equal(
            "ImplicitAls is best by nDCG@10 0.4874 (95 % interval 0.4711 to 0.5031); 2 are no different from it, 9 are worse, 1 loses to Popularity, 1 failed.",
            report.Page.Descendants("p").Single(text => text.Attribute("class")?.Value == "summary").Value);
        var rows = Rows(report, "Leaderboard");
        Assert.Equal(14, rows.Count);
        Assert.Equal(["ImplicitAls", "1", "0.4874", "0.4711 to 0.5031", "best", "0.0000", "–", "1.90 s", "0.40 s", "32.9 MB"], rows[0]);
        Assert.Equal("failed: The training diverged.", rows[13][4]);
        Assert.Equal(["–", "–"], rows[13][2..4]);
        Assert.Contains("The model was told the future", report.Text, StringComparison.Ordinal);
        Assert.Equal(["nDCG@10", "0.4874", "0.3511", "0.3302 to 0.3720"], Rows(report, "What a split by time gives instead")[0]);
    }

    [Fact]
    public void Of_a_filtered_leaderboard_only_what_was_kept_is_shown()
    {
        using var report = WrittenReport.Of([.. ReportSamples.Comparison.Entries.Where(entry => entry.Rank < 4)]);
        Assert.Equal(3, Rows(report, "Leaderboard").Count);
        Assert.Equal("Comparison of 3 models", report.Page.Descendants("h1").Single().Value);
    }

    [Fact]
    public void A_measurement_explains_each_figure_in_a_sentence()
    {
        using var report = WrittenReport.Of("measurement");
        var rows = Rows(report, "Measured on rows held back");
        Assert.Equal(["RMSE", "0.9253", "0.9178 to 0.9331", "A predicted rating is typically off by 0.93; large misses count more."], rows[0]);
        Assert.Equal("Of 100 recommended items, 40 were right: the user had them in the rows held back.", rows.Single(row => row[0] == "Precision@10")[3]);
        Assert.All(rows, row => Assert.NotEmpty(row[3]));
        Assert.Equal(["20 to 49 rows", "330", "0.4387"], Rows(report, "Users by rows learned from")[1]);
        Assert.Equal(["ItemId is NULL", "80", "0.08 %", "7, NULL, 3.5"], Rows(report, "Rows set aside because they cannot be used")[0]);
    }

    [Fact]
    public void A_search_compares_with_the_default_settings_and_lists_its_trials()
    {
        using var report = WrittenReport.Of("search");
        Assert.Contains(
            "0.4711 to 0.5021), against 0.4391 with default settings (a difference that chance hardly makes, p &lt; 0.001)", report.Text, StringComparison.Ordinal);
        Assert.Equal(40, Rows(report, "Trials").Count);
        Assert.Contains("the time budget of 10 min was used up", report.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_has_stable_names_and_all_digits()
    {
        using var report = WrittenReport.Of("comparison", "report.json");
        var root = JsonDocument.Parse(report.Text).RootElement;
        Assert.Equal(["title", "kind", "summary", "createdAt", "version", "sections"], root.EnumerateObject().Select(property => property.Name));
        var leaderboard = root.GetProperty("sections").GetProperty("leaderboard").GetProperty("blocks")[0];
        Assert.Equal("table", leaderboard.GetProperty("type").GetString());
        var best = leaderboard.GetProperty("rows")[0];
        Assert.Equal(["name", "rank", "value", "interval", "verdict", "difference", "pValue", "fitTime", "scoreTime", "peakBytes"], best.EnumerateObject().Select(property => property.Name));
        Assert.Equal(0.4874, best.GetProperty("value").GetDouble());
        Assert.Equal(0.4874 - 0.0163, best.GetProperty("interval").GetProperty("lower").GetDouble());
        Assert.Equal(1.9, best.GetProperty("fitTime").GetDouble());
        Assert.Equal(JsonValueKind.Null, best.GetProperty("pValue").ValueKind);
    }

    [Fact]
    public void Markdown_has_the_same_tables_and_lets_nothing_of_the_data_be_markup()
    {
        using var report = WrittenReport.Of("measurement", "report.md");
        Assert.StartsWith("# ImplicitAls: how good it is\n", report.Text, StringComparison.Ordinal);
        Assert.Contains("| nDCG@10 | 0.4874 | 0.4711 to 0.5031 |", report.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", report.Text, StringComparison.Ordinal);
        Assert.Contains(@"&lt;/td&gt;&lt;script&gt;alert('x')&lt;/script&gt; &amp; ""Co"" \| \*b\*", report.Text, StringComparison.Ordinal);
        var tables = report.Text.Split('\n').Where(line => line.StartsWith('|')).ToList();
        Assert.All(tables, line => Assert.EndsWith("|", line, StringComparison.Ordinal));
    }

    [Fact]
    public void Rules_come_apart_into_their_items()
    {
        Assert.Equal(["a, b", "</script>"], ItemListText.Split("\"a, b\", </script>"));
        Assert.Equal(["say \"x\"", "y"], ItemListText.Split("\"say \"\"x\"\"\", y"));
        Assert.Equal([""], ItemListText.Split(""));
    }

    [Fact]
    public void What_no_report_can_be_made_of_is_refused()
    {
        Assert.Equal("ReportInputUnknown", Refused("text"));
        Assert.Equal("ReportInputMissing", Refused());
        Assert.Equal("ReportInputMixed", Refused(ReportSamples.Search, ReportSamples.Measurement()));
        Assert.Equal("ReportInputUnknown", Refused(ReportSamples.Comparison.Entries[0] with { Comparison = null }));
    }

    private static string Refused(params object[] objects) => Assert.Throws<RecException>(() => WrittenReport.Of(objects)).ErrorId;

    private static List<string[]> Rows(WrittenReport report, string caption) =>
    [
        .. report.Page.Descendants("table").First(table => table.Element("caption")!.Value == caption).Element("tbody")!.Elements("tr")
            .Select(row => row.Elements().Select(cell => cell.Value).ToArray()),
    ];
}
