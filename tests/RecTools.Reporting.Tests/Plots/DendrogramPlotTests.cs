using RecTools.Reporting;

namespace RecTools.Tests;

/// <summary>The tree of merges and where it is drawn.</summary>
public class DendrogramPlotTests
{
    // 0 and 2 merge at 1, 1 and 3 at 2, then 4 with 1 and 3 at 5, then all at 9.
    private static readonly DendrogramData Small = new()
    {
        Title = "Small", Left = [0, 1, 4, 5], Right = [2, 3, 6, 7], Height = [1, 2, 5, 9], LeafOrder = [0, 2, 4, 1, 3],
        ClusterOfLeaf = [0, 1, 0, 1, 1], Clusters = [new PlotCluster(1, "near", 2), new PlotCluster(2, "far", 3)], LeafLabels = ["a", "b", "c", "d", "e"],
    };

    [Fact]
    public void Merges_stand_over_the_middle_of_what_they_merge()
    {
        var layout = new DendrogramLayout(Small, branchLimit: 50);
        Assert.False(layout.IsTruncated);
        Assert.Equal([0, 2, 4, 1, 3], layout.Branches.Select(branch => branch.Group));
        Assert.Equal(
            [
                new DrawnMerge(0, 0, 1, 0, 1, 0, 0, 0),
                new DrawnMerge(3, 0, 4, 0, 2, 1, 1, 1),
                new DrawnMerge(2, 0, 3.5, 2, 5, 1, 1, 1),
                new DrawnMerge(0.5, 1, 2.75, 5, 9, 0, 1, -1),
            ],
            layout.Merges);
        Assert.Equal(7, layout.FindCut());
        Assert.Equal(6.5, new DendrogramLayout(Small with { CutHeight = 6.5 }, 50).FindCut());
    }

    [Fact]
    public void Of_many_merges_the_last_are_drawn()
    {
        var layout = new DendrogramLayout(Small with { LeafSizes = [10, 20, 30, 40, 50] }, branchLimit: 3);
        Assert.True(layout.IsTruncated);
        Assert.Equal([new Branch(5, 40, 2, 1, 0), new Branch(4, 50, 1, 0, 1), new Branch(6, 60, 2, 2, 1)], layout.Branches);
        Assert.Equal([new DrawnMerge(1, 0, 2, 2, 5, 1, 1, 1), new DrawnMerge(0, 1, 1.5, 5, 9, 0, 1, -1)], layout.Merges);
    }

    [Fact]
    public void Without_a_height_that_parts_them_no_cut_is_drawn()
    {
        // Centroid linkage may merge lower later: here within a cluster at 3, and between clusters at 2.
        var inverted = Small with { Height = [1, 3, 3.5, 2] };
        Assert.Null(new DendrogramLayout(inverted, 50).FindCut());
        Assert.Null(new DendrogramLayout(Small with { ClusterOfLeaf = new int[5] }, 50).FindCut());
        var svg = PlotFolder.Svg(path => DendrogramPlot.Write(inverted, path));
        Assert.Contains("5 customers in 2 clusters", svg.Texts);
    }

    [Fact]
    public void Leaves_clusters_and_heights_are_named()
    {
        var svg = PlotFolder.Svg(path => DendrogramPlot.Write(Small with { HeightLabel = "Distance (days)" }, path));
        Assert.Equal(["a", "c", "e", "b", "d"], svg.Texts.Where(text => text.Length == 1 && char.IsLetter(text[0])));
        Assert.Contains("Distance (days)", svg.Texts);
        Assert.Contains("5 customers in 2 clusters, cut at 7 (dashed line)", svg.Texts);
        Assert.Contains("near", svg.Texts);
        Assert.Contains("far", svg.Texts);
    }

    [Fact]
    public void A_cluster_has_its_colour_below_the_cut_and_none_above()
    {
        var svg = PlotFolder.Svg(path => DendrogramPlot.Write(Small, path));

        // In the first cluster one merge of two posts with half a beam each, and its own post up to the cut; in the second two merges.
        Assert.Equal(3, svg.Count("path", "stroke", "#0072B2"));
        Assert.Equal(5, svg.Count("path", "stroke", "#D55E00"));
    }

    [Fact]
    public void What_is_left_out_of_a_large_tree_is_said()
    {
        var svg = PlotFolder.Svg(path => DendrogramPlot.Write(Sample.Tree(5000, 5), path));
        Assert.Contains("Last 49 of 4,999 merges; numbers in brackets count the customers of a branch", svg.Texts);
        var counts = svg.Texts.Where(text => text.StartsWith('(')).Select(text => int.Parse(text.Trim('(', ')').Replace(",", "", StringComparison.Ordinal), null)).ToList();
        var single = 50 - counts.Count;
        Assert.Equal(5000, counts.Sum() + single);
    }

    [Fact]
    public void More_clusters_than_branches_make_it_wider()
    {
        Assert.Equal(1000, PlotFolder.Svg(path => DendrogramPlot.Write(Sample.Tree(1000, 50), path)).Size.Width);
        Assert.InRange(PlotFolder.Svg(path => DendrogramPlot.Write(Sample.Tree(1000, 150), path)).Size.Width, 1500, 4000);
        Assert.InRange(PlotFolder.Svg(path => DendrogramPlot.Write(Sample.Tree(1000, 900), path)).Size.Width, 1500, 4000);
    }

    [Fact]
    public void Arrays_that_do_not_fit_together_are_refused()
    {
        Assert.Throws<ArgumentException>(() => DendrogramPlot.Write(Small with { Height = [1, 2, 3] }, "plot.svg"));
        Assert.Throws<ArgumentException>(() => DendrogramPlot.Write(Small with { LeafLabels = ["a"] }, "plot.svg"));
        Assert.Throws<ArgumentException>(() => DendrogramPlot.Write(Small with { ClusterOfLeaf = [0, 1, 2, 0, 0] }, "plot.svg"));
    }
}
