using RecTools.Reporting;

namespace RecTools.Tests;

/// <summary>The scatter of points.</summary>
public class ScatterPlotTests
{
    private const string MarkOpacity = "0.65";

    [Theory]
    [InlineData(1, 1)]
    [InlineData(250, 3)]
    [InlineData(5000, 7)]
    public void It_draws_one_mark_a_point(int points, int clusters)
    {
        var svg = PlotFolder.Svg(path => ScatterPlot.Write(Sample.Scatter(points, clusters), path));
        Assert.Equal(points, svg.Count("ellipse", "fill-opacity", MarkOpacity));
        Assert.DoesNotContain(svg.Texts, text => text.Contains("drawn", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_a_million_points_it_draws_a_sample_says_so_and_stays_small()
    {
        var data = Sample.Scatter(1_000_000, 5);
        var svg = PlotFolder.Svg(path => ScatterPlot.Write(data, path));
        Assert.Equal(5000, svg.Count("ellipse", "fill-opacity", MarkOpacity));
        Assert.Contains(svg.Texts, text => text.StartsWith("5,000 of 1,000,000 customers drawn, chosen at random (seed 42)", StringComparison.Ordinal));
        Assert.InRange(PlotFolder.Bytes(path => ScatterPlot.Write(data, path), "plot.svg").Length, 100_000, 600_000);
        Assert.NotEqual(
            PlotFolder.Bytes(path => ScatterPlot.Write(data, path), "plot.svg"),
            PlotFolder.Bytes(path => ScatterPlot.Write(data with { Seed = 43 }, path), "plot.svg"));
    }

    [Fact]
    public void Clusters_that_share_a_colour_have_other_marks()
    {
        var data = Sample.Scatter(400, 20);
        var svg = PlotFolder.Svg(path => ScatterPlot.Write(data, path));
        Assert.Equal(data.ClusterOf.Count(cluster => cluster < 7), svg.Count("ellipse", "fill-opacity", MarkOpacity));
        Assert.Equal(data.ClusterOf.Count(cluster => cluster is >= 7 and < 14), svg.Count("path", "fill-opacity", MarkOpacity));
        Assert.Equal(data.ClusterOf.Count(cluster => cluster >= 14), svg.Count("rect", "fill-opacity", MarkOpacity));
    }

    [Fact]
    public void Axes_and_legend_say_what_is_shown()
    {
        var data = Sample.Scatter(900, 5);
        data = data with { Clusters = [.. data.Clusters.Select(cluster => cluster with { Number = cluster.Number + 70 })] };
        var svg = PlotFolder.Svg(path => ScatterPlot.Write(data, path));
        Assert.Contains("Principal component 1 (61.2 % of the variance)", svg.Texts);
        Assert.Contains("Principal component 2 (22.1 % of the variance)", svg.Texts);
        Assert.Contains("900 customers in 5 clusters; the two axes hold 83.3 % of the variance", svg.Texts);
        Assert.Contains("recent, frequent, high spend", svg.Texts);
        Assert.Contains("180 customers (20 %)", svg.Texts);
        Assert.All(["71", "72", "73", "74", "75"], number => Assert.Equal(2, svg.Texts.Count(text => text == number)));
        Assert.EndsWith("dbo.Orders, run 17", svg.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void Axes_that_are_no_components_have_names_of_their_own()
    {
        var data = Sample.Scatter(100, 2) with { ShareX = null, ShareY = null, LabelX = "Annual income (thousands)", LabelY = "Spending score (1 to 100)", Noun = "people" };
        var svg = PlotFolder.Svg(path => ScatterPlot.Write(data, path));
        Assert.Contains("Annual income (thousands)", svg.Texts);
        Assert.Contains("Spending score (1 to 100)", svg.Texts);
        Assert.Contains("100 people in 2 clusters", svg.Texts);
    }

    [Fact]
    public void A_legend_that_is_too_long_counts_what_it_leaves_out()
    {
        var svg = PlotFolder.Svg(path => ScatterPlot.Write(Sample.Scatter(1000, 60), path));
        var left = Assert.Single(svg.Texts, text => text.StartsWith("and ", StringComparison.Ordinal));
        Assert.Equal("and 32 more clusters", left);
    }

    [Fact]
    public void Arrays_that_do_not_fit_together_are_refused()
    {
        var data = Sample.Scatter(10, 2);
        Assert.Throws<ArgumentException>(() => ScatterPlot.Write(data with { Y = new double[9] }, "plot.svg"));
        Assert.Throws<ArgumentException>(() => ScatterPlot.Write(data with { ClusterOf = new int[11] }, "plot.svg"));
        Assert.Throws<ArgumentException>(() => ScatterPlot.Write(data with { ClusterOf = [0, 1, 2, 0, 0, 0, 0, 0, 0, 0] }, "plot.svg"));
    }

    [Fact]
    public void A_sample_has_no_point_twice_and_each_equally_often()
    {
        var drawn = new int[20];
        for (var seed = 0; seed < 2000; seed++)
        {
            var sample = PointSample.Draw(20, 5, seed);
            Assert.Equal(5, sample.Distinct().Count());
            foreach (var point in sample)
            {
                drawn[point]++;
            }
        }

        // Each is drawn 500 times on average with a deviation of 19.4.
        Assert.All(drawn, times => Assert.InRange(times, 400, 600));
    }
}
