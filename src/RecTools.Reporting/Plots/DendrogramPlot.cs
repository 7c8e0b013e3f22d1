using ScottPlot;
using SkiaSharp;

namespace RecTools.Reporting;

/// <summary>How groups were merged, as a tree: coloured by cluster below the cut, the cut as a dashed line.</summary>
public static class DendrogramPlot
{
    private const float LegendWidth = 230;
    private const float LeafWidth = 12.5f;
    private const float NarrowestLyingLabel = 70;
    private const float LongestUprightLabel = 130;
    private const int MostBranches = 250;
    private const int MostBranchesOnPage = 36;
    private const int MostNarrowBranches = 20;

    /// <summary>Writes the plot as SVG or PNG, by the path's ending. Wider than usual where many clusters need it.</summary>
    /// <exception cref="RecException"><c>PlotFormatUnknown</c>, <c>PlotFolderMissing</c>, <c>FileUnwritable</c> or <c>PlotsUnsupported</c>.</exception>
    /// <exception cref="ArgumentException">The arrays differ in length, or a cluster is not among those given.</exception>
    public static void Write(DendrogramData data, string path)
    {
        Check(data);
        PlotFile.Write(path, () => FigureOf(data, FigureLayout.File));
    }

    /// <summary>The plot as a figure; where there is little room without its legend, and with fewer branches.</summary>
    internal static Figure FigureOf(DendrogramData data, FigureLayout room)
    {
        Check(data);
        var most = room == FigureLayout.File ? data.MaxLeaves : Math.Min(data.MaxLeaves, room.Choose(MostBranchesOnPage, MostNarrowBranches));
        var layout = new DendrogramLayout(data, Math.Min(MostBranches, Math.Max(most, data.Clusters.Count)));
        var legend = room.Choose(LegendWidth, 0);
        var cut = layout.FindCut();
        var cutText = cut is { } height ? $", cut at {PlotNumbers.Value(height)} (dashed line)" : "";
        return new Figure
        {
            Title = data.Title,
            Subtitle = $"{PlotNumbers.Count(data.LeafSizes?.Sum() ?? data.LeafOrder.Length)} {data.Noun} in {ClusterLegend.CountOf(data.Clusters)}{cutText}",
            Notes =
            [
                layout.IsTruncated
                    ? $"Last {PlotNumbers.Count(layout.Merges.Count)} of {PlotNumbers.Count(data.Height.Length)} merges; "
                        + $"numbers in brackets count the {data.Noun} of a branch"
                    : null,
                data.Source,
            ],
            Width = Figure.WidthAround(Math.Max(room.Width, (layout.Branches.Count * LeafWidth) + legend + 92)),
            Height = Figure.HeightAround(room.Choose(580, 420)),
            Draw = (canvas, body) =>
            {
                var left = new SKRect(body.Left, body.Top, body.Right - legend, body.Bottom);
                using var plot = PlotOf(data, layout, cut, left);
                plot.DrawOn(canvas, left);
                if (!room.IsNarrow)
                {
                    ClusterLegend.Draw(canvas, new SKRect(left.Right + 20, body.Top, body.Right, body.Bottom), data.Clusters, data.Noun, marks: false);
                }
            },
        };
    }

    private static void Check(DendrogramData data)
    {
        var leaves = data.LeafOrder.Length;
        PlotCheck.SameLength(leaves - 1, data.Height.Length, nameof(data.Height));
        PlotCheck.SameLength(leaves - 1, data.Left.Length, nameof(data.Left));
        PlotCheck.SameLength(leaves - 1, data.Right.Length, nameof(data.Right));
        PlotCheck.SameLength(leaves, data.ClusterOfLeaf.Length, nameof(data.ClusterOfLeaf));
        PlotCheck.SameLength(leaves, data.LeafLabels?.Count ?? leaves, nameof(data.LeafLabels));
        PlotCheck.SameLength(leaves, data.LeafSizes?.Length ?? leaves, nameof(data.LeafSizes));
        PlotCheck.Clusters(data.ClusterOfLeaf, data.Clusters.Count, nameof(data.ClusterOfLeaf));
    }

    private static Plot PlotOf(DendrogramData data, DendrogramLayout layout, double? cut, SKRect body)
    {
        var plot = Theme.NewPlot();
        plot.Grid.XAxisStyle.IsVisible = false;
        plot.PlottableList.Add(new DendrogramTree(layout, cut));
        if (cut is { } height)
        {
            plot.Add.HorizontalLine(height, 1.5f, Theme.Ink, LinePattern.DenselyDashed);
            plot.PlottableList.Add(new ClusterBadges(BadgesAt(height, data, layout)));
        }

        Theme.Name(plot.Axes.Left, data.HeightLabel, body.Height - 140);
        var foot = LabelBranches(plot, data, layout, (body.Width - 80) / layout.Branches.Count);
        plot.Layout.Fixed(new PixelPadding(76, 8, foot, 8));
        var top = Math.Max(layout.Top, cut ?? 0);
        plot.Axes.SetLimits(-0.7, layout.Branches.Count - 0.3, Math.Min(0, data.Height.DefaultIfEmpty(0).Min()), top > 0 ? top * 1.05 : 1);
        return plot;
    }

    /// <summary>Where each cluster's post crosses the cut.</summary>
    private static List<ClusterBadge> BadgesAt(double cut, DendrogramData data, DendrogramLayout layout)
    {
        var badges = new List<ClusterBadge>();
        foreach (var merge in layout.Merges.Where(merge => merge.Cluster < 0))
        {
            foreach (var (x, cluster) in new[] { (merge.LeftX, merge.LeftCluster), (merge.RightX, merge.RightCluster) }.Where(post => post.Item2 >= 0))
            {
                badges.Add(new ClusterBadge(cluster, data.Clusters[cluster].Number, x, cut));
            }
        }

        return badges;
    }

    /// <summary>Writes what each branch is, upright where the names are too long to lie; gives the room below the axis that this takes.</summary>
    private static float LabelBranches(Plot plot, DendrogramData data, DendrogramLayout layout, float width)
    {
        var lying = width >= NarrowestLyingLabel;
        var look = Theme.Small with { Size = lying ? 12 : 11 };
        var room = lying ? width - 8 : LongestUprightLabel;
        string[] labels = [.. layout.Branches.Select(branch => TextPainter.Fit(LabelOf(branch, data), room, look))];
        return Theme.TicksBelow(plot.Axes.Bottom, labels, width, look);
    }

    private static string LabelOf(Branch branch, DendrogramData data) =>
        branch.Leaves > 1 ? $"({PlotNumbers.Count(branch.Size)})"
        : data.LeafLabels is { } labels ? labels[branch.Group]
        : branch.Size > 1 ? $"({PlotNumbers.Count(branch.Size)})"
        : PlotNumbers.Count(branch.Group + 1);
}
