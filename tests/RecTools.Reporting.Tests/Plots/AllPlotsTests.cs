using System.Buffers.Binary;
using System.Globalization;
using RecTools.Reporting;
using SkiaSharp;

namespace RecTools.Tests;

/// <summary>What holds of every plot.</summary>
public class AllPlotsTests
{
    private static readonly Dictionary<string, Action<string>> Plots = new()
    {
        ["scatter of 2 clusters"] = path => ScatterPlot.Write(Sample.Scatter(200, 2), path),
        ["scatter of 5 clusters"] = path => ScatterPlot.Write(Sample.Scatter(3000, 5), path),
        ["scatter of 20 clusters"] = path => ScatterPlot.Write(Sample.Scatter(20000, 20), path),
        ["scatter of 100 clusters"] = path => ScatterPlot.Write(Sample.Scatter(2000, 100), path),
        ["scatter of one point"] = path => ScatterPlot.Write(Sample.Scatter(1, 1), path),
        ["dendrogram of 5 leaves"] = path => DendrogramPlot.Write(Sample.Tree(5, 2, labels: true), path),
        ["dendrogram of 50 leaves"] = path => DendrogramPlot.Write(Sample.Tree(50, 5, labels: true), path),
        ["dendrogram of 5,000 leaves"] = path => DendrogramPlot.Write(Sample.Tree(5000, 20), path),
        ["dendrogram of 200 clusters"] = path => DendrogramPlot.Write(Sample.Tree(1000, 200), path),
        ["dendrogram of one leaf"] = path => DendrogramPlot.Write(Sample.Tree(1, 1), path),
        ["curve of 6 counts"] = path => ClusterCountCurvePlot.Write(Sample.Curve(6), path),
        ["curve of 40 counts"] = path => ClusterCountCurvePlot.Write(Sample.Curve(40), path),
        ["curve of one count"] = path => ClusterCountCurvePlot.Write(Sample.Curve(1, chosen: 1), path),
        ["heat map of 2 x 3"] = path => ProfileHeatMapPlot.Write(Sample.Profile(2, 3), path),
        ["heat map of 5 x 8"] = path => ProfileHeatMapPlot.Write(Sample.Profile(5, 8), path),
        ["heat map of 8 x 12"] = path => ProfileHeatMapPlot.Write(Sample.Profile(8, 12), path),
        ["heat map of 20 x 40"] = path => ProfileHeatMapPlot.Write(Sample.Profile(20, 40), path),
        ["heat map of 60 x 80"] = path => ProfileHeatMapPlot.Write(Sample.Profile(60, 80), path),
    };

    public static TheoryData<string> Names => [.. Plots.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void No_text_covers_another_or_leaves_the_picture(string name)
    {
        var svg = PlotFolder.Svg(Plots[name]);
        var boxes = svg.Boxes;
        for (var i = 0; i < boxes.Count; i++)
        {
            Assert.True(boxes[i].Left >= 0 && boxes[i].Top >= 0 && boxes[i].Right <= svg.Size.Width && boxes[i].Bottom <= svg.Size.Height, $"{boxes[i]} is outside.");
            Assert.DoesNotContain(boxes.Take(i), other => boxes[i].Covers(other));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_same_data_give_the_same_bytes_in_every_culture(string name)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("en-US");
            var first = PlotFolder.Bytes(Plots[name], "plot.svg");
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            Assert.Equal(first, PlotFolder.Bytes(Plots[name], "plot.svg"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_png_is_as_large_as_the_svg_and_not_blank(string name)
    {
        var (width, height) = PlotFolder.Svg(Plots[name]).Size;
        var png = PlotFolder.Bytes(Plots[name], "plot.png");
        Assert.Equal(width, BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)));
        Assert.Equal(height, BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)));
        using var picture = SKBitmap.Decode(png);
        Assert.Equal(SKColors.White, picture.GetPixel(2, 2));
        Assert.InRange(picture.Pixels.Count(pixel => pixel != SKColors.White), 4000, width * height * 9 / 10);
        Assert.True(picture.Pixels.Distinct().Count() > 20);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Who_cannot_see_it_is_told_what_it_shows(string name)
    {
        var svg = PlotFolder.Svg(Plots[name]);
        Assert.Equal(svg.Title, svg.Texts.First(text => text == svg.Title));
        Assert.NotEmpty(svg.Description);
        Assert.True(svg.Size is { Width: >= 1000, Height: >= 700 });
    }
}
