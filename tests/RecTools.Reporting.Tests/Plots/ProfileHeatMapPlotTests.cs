using RecTools.Reporting;

namespace RecTools.Tests;

/// <summary>The heat map of profiles.</summary>
public class ProfileHeatMapPlotTests
{
    [Fact]
    public void Each_cell_has_its_number_and_its_colour()
    {
        var data = new ProfileHeatMapData
        {
            Title = "Profiles", Features = ["Recency", "Spend"], Clusters = [new PlotCluster(1, "a", 3), new PlotCluster(2, "b", 2), new PlotCluster(3, "c", 1)],
            Deviations = new[,] { { 0, 3.04 }, { -1.26, 12.3 }, { double.NaN, -3 } },
        };
        var svg = PlotFolder.Svg(path => ProfileHeatMapPlot.Write(data, path));
        Assert.Equal(["0.0", "+3.0", "−1.3", "+12", "–", "−3.0"], svg.Texts.Where(text => text is "0.0" or "–" || text[0] is '+' or '−').Take(6));
        Assert.Equal(3, svg.Count("rect", "fill", "#67001F"));
        Assert.Equal(1, svg.Count("rect", "fill", "#E0E0E0"));
        Assert.Contains("−3 or less", svg.Texts);
        Assert.Contains("+3 or more", svg.Texts);
    }

    [Fact]
    public void Long_names_are_wrapped_where_there_is_room_and_shortened_where_not()
    {
        var wrapped = PlotFolder.Svg(path => ProfileHeatMapPlot.Write(Sample.Profile(4, 5), path));
        Assert.Single(wrapped.Texts, text => text.StartsWith("Monetary value (sum of all orders", StringComparison.Ordinal) && !text.EndsWith('…'));
        Assert.Single(wrapped.Texts, text => text.Contains("currency", StringComparison.Ordinal));
        var shortened = PlotFolder.Svg(path => ProfileHeatMapPlot.Write(Sample.Profile(4, 40), path));
        Assert.Contains(shortened.Texts, text => text.StartsWith("Monetary value (sum", StringComparison.Ordinal) && text.EndsWith('…'));
        Assert.Contains("Recency (days since the last order)", shortened.Texts);
    }

    [Fact]
    public void It_grows_with_features_and_clusters()
    {
        Assert.Equal((1000, 700), PlotFolder.Svg(path => ProfileHeatMapPlot.Write(Sample.Profile(5, 20), path)).Size);
        Assert.True(PlotFolder.Svg(path => ProfileHeatMapPlot.Write(Sample.Profile(5, 80), path)).Size.Height > 1280);
        Assert.True(PlotFolder.Svg(path => ProfileHeatMapPlot.Write(Sample.Profile(60, 5), path)).Size.Width > 1920);
    }

    [Fact]
    public void A_table_of_other_dimensions_is_refused()
    {
        var data = Sample.Profile(3, 4);
        Assert.Throws<ArgumentException>(() => ProfileHeatMapPlot.Write(data with { Features = ["one"] }, "plot.svg"));
        Assert.Throws<ArgumentException>(() => ProfileHeatMapPlot.Write(data with { Clusters = Sample.Clusters(4) }, "plot.svg"));
        Assert.ThrowsAny<ArgumentException>(() => ProfileHeatMapPlot.Write(data with { Clusters = [], Deviations = new double[0, 4] }, "plot.svg"));
    }
}
