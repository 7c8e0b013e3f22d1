using RecTools.Reporting;
using SkiaSharp;

namespace RecTools.Tests;

/// <summary>Texts that are too long or hold what cannot be drawn.</summary>
public class TextPainterTests
{
    private static readonly TextLook Look = new(12, SKColors.Black);

    [Fact]
    public void A_text_is_shortened_no_more_than_it_must()
    {
        const string Text = "frequent, small baskets of many different things";
        for (var width = 20; width < 300; width += 7)
        {
            var fitted = TextPainter.Fit(Text, width, Look);
            Assert.True(TextPainter.Width(fitted, Look) <= width);
            if (fitted != Text)
            {
                var longer = Text[..(fitted.Length + 1)].TrimEnd(' ', ',') + "…";
                Assert.True(longer.Length <= fitted.Length || TextPainter.Width(longer, Look) > width);
            }
        }

        Assert.Equal(Text, TextPainter.Fit(Text, 1000, Look));
        Assert.Equal("…", TextPainter.Fit(Text, 1, Look));
        Assert.Equal("", TextPainter.Fit("", 10, Look));
    }

    [Fact]
    public void A_text_is_wrapped_at_blanks()
    {
        const string Text = "frequent, small baskets of many different things";
        var lines = TextPainter.Wrap(Text, 120, 9, Look);
        Assert.Equal(Text, string.Join(' ', lines));
        Assert.All(lines, line => Assert.True(TextPainter.Width(line, Look) <= 120));
        Assert.Equal(2, TextPainter.Wrap(Text, 120, 2, Look).Count);
        Assert.EndsWith("…", TextPainter.Wrap(Text, 120, 2, Look)[1], StringComparison.Ordinal);
        Assert.EndsWith("…", Assert.Single(TextPainter.Wrap("Donaudampfschifffahrtsgesellschaft", 80, 3, Look)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a\r\nb\tc", "a  b c")]
    [InlineData("\u0001x\u0000", "x")]
    [InlineData("<&> \"Zürich\" 日本 Ж", "<&> \"Zürich\" 日本 Ж")]
    public void What_cannot_be_drawn_or_stand_in_XML_is_replaced(string text, string clean)
    {
        Assert.Equal(clean, TextPainter.Clean(text));
        Assert.Equal("half \uFFFD a pair", TextPainter.Clean("half \uD83D a pair"));
        var data = Sample.Scatter(5, 1) with { Title = text, Noun = text, LabelX = text, Clusters = [new PlotCluster(1, text, 5)], Source = text };
        var svg = PlotFolder.Svg(path => ScatterPlot.Write(data, path));
        Assert.Equal(clean, svg.Title);
    }
}
