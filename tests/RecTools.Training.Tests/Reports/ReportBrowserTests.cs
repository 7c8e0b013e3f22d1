using System.Globalization;

namespace RecTools.Tests;

/// <summary>Reports in a real browser. Pictures of them are written to the folder that RECTOOLS_SCREENSHOTS names.</summary>
public class ReportBrowserTests
{
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("RECTOOLS_SCREENSHOTS");

    public static TheoryData<string> Kinds => WrittenReport.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public void It_opens_without_a_complaint_asks_for_nothing_and_fits_every_screen(string kind)
    {
        using var browser = Browser.Start();
        using var report = WrittenReport.Of(kind);
        foreach (var (width, dark) in new[] { (1280, false), (1280, true), (768, false), (390, true), (360, false) })
        {
            browser.Open(report.FilePath, width, dark);
            Assert.Equal(width.ToString(CultureInfo.InvariantCulture), browser.Evaluate("document.documentElement.scrollWidth"));
            var shown = width < 600 ? "narrow" : "wide";
            Assert.Equal("true", browser.Evaluate($"[...document.querySelectorAll('section > figure .{shown}')].every(box => box.checkVisibility())"));
            Assert.Equal("1", browser.Evaluate("new Set([...document.querySelectorAll('figure')].map(figure => figure.querySelectorAll('.scroll svg').length - 1)).size"));
            Assert.Equal(dark ? "rgb(23, 25, 28)" : "rgb(255, 255, 255)", browser.Evaluate("getComputedStyle(document.body).backgroundColor"));
            Save(browser, kind, width, dark);
        }

        browser.Open(report.FilePath, 800, dark: true, media: "print");
        Assert.Equal("rgb(255, 255, 255)", browser.Evaluate("getComputedStyle(document.body).backgroundColor"));
        Assert.Empty(browser.Complaints);
        Assert.All(browser.Requests, address => Assert.StartsWith("file:", address, StringComparison.Ordinal));
        Assert.NotEmpty(browser.Requests);
    }

    [Fact]
    public void Columns_sort_by_number_and_by_text_and_say_so()
    {
        using var browser = Browser.Start();
        using var report = WrittenReport.Of("rules");
        browser.Open(report.FilePath, 1280);
        string Column(int column) => browser.Evaluate($"[...document.querySelectorAll('table.sortable tbody tr')].slice(0, 3).map(row => row.cells[{column}].dataset.key ?? row.cells[{column}].textContent).join('|')");
        void Click(int column) => browser.Evaluate($"document.querySelectorAll('table.sortable thead button')[{column}].click()");
        var support = ReportSamples.Rules().Select(rule => rule.Support).OrderDescending().ToArray();
        Click(3);
        Assert.Equal(Joined(support), Column(3));
        Assert.Equal("descending", browser.Evaluate("document.querySelectorAll('table.sortable th')[3].getAttribute('aria-sort')"));
        Click(3);
        Assert.Equal(Joined([.. support.Reverse()]), Column(3));
        Click(1);
        Assert.Equal("whole milk 0|whole milk 0|whole milk 0", Column(1));
        Assert.Empty(browser.Complaints);
    }

    private static string Joined(double[] values) => string.Join('|', values.Take(3).Select(value => value.ToString("R", CultureInfo.InvariantCulture)));

    private static void Save(Browser browser, string kind, int width, bool dark)
    {
        if (Pictures is not null)
        {
            File.WriteAllBytes(Path.Combine(Pictures, $"{kind}-{width}{(dark ? "-dark" : "")}.png"), browser.Picture(width));
        }
    }
}
