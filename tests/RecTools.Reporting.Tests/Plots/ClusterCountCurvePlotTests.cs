using RecTools.Reporting;

namespace RecTools.Tests;

/// <summary>The curve over the number of clusters.</summary>
public class ClusterCountCurvePlotTests
{
    [Fact]
    public void The_chosen_count_is_marked_in_both_curves()
    {
        var svg = PlotFolder.Svg(path => ClusterCountCurvePlot.Write(Sample.Curve(12), path));
        Assert.Contains("5 clusters chosen (dashed line): silhouette 0.55, inertia 24,000", svg.Texts);
        Assert.Contains("k = 5: 0.55", svg.Texts);
        Assert.Contains("k = 5: 24,000", svg.Texts);
        Assert.Contains("Number of clusters (k)", svg.Texts);
    }

    [Fact]
    public void A_point_is_drawn_for_each_value_that_is_defined()
    {
        var svg = PlotFolder.Svg(path => ClusterCountCurvePlot.Write(Sample.Curve(12), path));
        Assert.Equal(11, svg.Count("ellipse", "fill", "#0072B2"));
        Assert.Equal(12, svg.Count("ellipse", "fill", "#D55E00"));
    }

    [Fact]
    public void A_count_that_was_not_tried_cannot_be_chosen() =>
        Assert.Throws<ArgumentException>(() => ClusterCountCurvePlot.Write(Sample.Curve(4) with { Chosen = 5 }, "plot.svg"));
}
