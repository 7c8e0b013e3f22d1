using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace RecTools.Tests;

/// <summary>What holds of every page, whatever it tells.</summary>
public partial class ReportPageTests
{
    public static TheoryData<string> Kinds => WrittenReport.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public void It_is_one_file_that_asks_for_nothing(string kind)
    {
        using var report = WrittenReport.Of(kind);
        var page = report.Page;
        Assert.DoesNotContain(page.Descendants(), element => element.Name.LocalName is "link" or "img" or "iframe" or "object" or "embed" or "base");
        Assert.DoesNotContain(page.Descendants().Attributes(), attribute => attribute.Name.LocalName is "src" or "srcset" or "data" or "action");
        Assert.All(page.Descendants().Attributes("href"), link => Assert.StartsWith("#", link.Value, StringComparison.Ordinal));
        Assert.DoesNotContain("http", report.Text.Replace("http://www.w3.org/2000/svg", "", StringComparison.Ordinal).Replace("http-equiv", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("url(", report.Text, StringComparison.OrdinalIgnoreCase);
        var policy = page.Descendants("meta").Single(meta => meta.Attribute("http-equiv") is not null).Attribute("content")!.Value;
        Assert.StartsWith("default-src 'none';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("script-src 'unsafe-inline'", policy, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Headings_tables_and_pictures_can_be_read_by_who_cannot_see_them(string kind)
    {
        using var report = WrittenReport.Of(kind);
        var page = report.Page;
        Assert.Equal("en", page.Root!.Attribute("lang")!.Value);
        var headings = page.Descendants().Where(element => element.Name.LocalName is "h1" or "h2" or "h3").Select(element => element.Name.LocalName).ToList();
        Assert.Equal("h1", headings[0]);
        Assert.All(headings.Skip(1), heading => Assert.Equal("h2", heading));
        Assert.All(page.Descendants("table"), table =>
        {
            Assert.NotEmpty(table.Element("caption")!.Value);
            Assert.All(table.Element("thead")!.Descendants("th"), head => Assert.Equal("col", head.Attribute("scope")!.Value));
            Assert.All(table.Element("tbody")!.Elements("tr"), row => Assert.Equal("row", row.Elements().First().Attribute("scope")!.Value));
        });
        Assert.All(Pictures(page), picture =>
        {
            var ids = picture.Attribute("aria-labelledby")!.Value.Split(' ');
            Assert.Equal(ids, picture.Elements().Take(2).Select(element => element.Attribute("id")!.Value));
            Assert.All(picture.Elements().Take(2), text => Assert.NotEmpty(text.Value));
        });
        Assert.All(page.Descendants("figure"), figure =>
        {
            Assert.Equal(2, Pictures(figure).Count());
            Assert.NotEmpty(figure.Element("details")!.Descendants("tbody").Single().Elements());
        });
        var every = page.Descendants().Attributes("id").Select(id => id.Value).ToList();
        Assert.Equal(every.Distinct(), every);
        Assert.All(page.Descendants().Attributes("href"), link => Assert.Contains(link.Value[1..], every));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Pictures_take_their_colours_from_the_page(string kind)
    {
        using var report = WrittenReport.Of(kind);
        var page = report.Page;
        var style = page.Descendants("style").Single().Value;
        foreach (var paint in Pictures(page).SelectMany(picture => picture.Descendants().Attributes()).Where(attribute => attribute.Name.LocalName is "fill" or "stroke"))
        {
            Assert.Matches(@"^(none|var\(--\w+\))$", paint.Value);
            Assert.True(paint.Value == "none" || style.Split("--" + paint.Value[6..^1] + ":").Length == 3, paint.Value);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void What_is_in_the_data_is_text_in_the_page(string kind)
    {
        using var report = WrittenReport.Of(kind);
        Assert.Single(report.Page.Descendants("script"));
        Assert.Equal(2, report.Text.Split("<script").Length);
        Assert.Equal(2, report.Text.Split("</script").Length);
        if (kind != "search" && kind != "rules")
        {
            Assert.Contains(report.Page.Descendants("td"), cell => cell.Value == ReportSamples.Hostile);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_same_data_give_the_same_text_in_every_culture(string kind)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("en-US");
            using var first = WrittenReport.Of(kind);
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            using var second = WrittenReport.Of(kind);
            Assert.Equal(WithoutTime(first.Text), WithoutTime(second.Text));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_comparison_of_fourteen_models_is_small_enough_to_mail()
    {
        using var report = WrittenReport.Of("comparison");
        Assert.InRange(new FileInfo(report.FilePath).Length, 100_000, 3_000_000);
        Assert.Equal(Encoding.UTF8.GetBytes("<!DOCTYPE html>"), File.ReadAllBytes(report.FilePath)[..15]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Text_stands_out_from_its_ground_on_light_and_on_dark_pages(int page)
    {
        using var report = WrittenReport.Of("search");
        var colors = Variables().Matches(report.Page.Descendants("style").Single().Value).GroupBy(match => match.Groups[1].Value)
            .ToDictionary(group => group.Key, group => group.ElementAt(page).Groups[2].Value);
        foreach (var ground in new[] { "paper", "tint" })
        {
            Assert.All(new[] { "ink", "quiet", "link", "warn" }, text => Assert.True(Contrast(colors[text], colors[ground]) >= 4.5, $"{text} on {ground}"));
        }

        Assert.All(Enumerable.Range(1, 5), step => Assert.True(Contrast(colors[$"t{step}"], colors[$"s{step}"]) >= 4.5, $"text on step {step}"));
    }

    // As WCAG 2 defines it.
    private static double Contrast(string one, string other)
    {
        var (lighter, darker) = (Math.Max(Luminance(one), Luminance(other)), Math.Min(Luminance(one), Luminance(other)));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double Luminance(string color)
    {
        double Part(int place)
        {
            var share = int.Parse(color.AsSpan(place, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return share <= 0.03928 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
        }

        return (0.2126 * Part(1)) + (0.7152 * Part(3)) + (0.0722 * Part(5));
    }

    [GeneratedRegex(@"--(\w+):\s*(#[0-9A-Fa-f]{6})")]
    private static partial Regex Variables();

    private static IEnumerable<XElement> Pictures(XContainer page) => page.Descendants().Where(element => element.Name.LocalName == "svg");

    private static string WithoutTime(string text) => text.Split("Written by RecTools")[0];
}
