using RecTools.Algorithms;
using RecTools.Reporting;

namespace RecTools.Training;

/// <summary>Draws groups of customers to files whose names say what they show: <c>segments.svg</c> becomes <c>segments-scatter.svg</c> and so on.</summary>
internal static class ClusterPlots
{
    /// <summary>Checks a path before any work begins.</summary>
    /// <exception cref="RecException"><c>PlotFormatUnknown</c> or <c>PlotFolderMissing</c>.</exception>
    public static void Check(string path) => PlotPath.Check(path);

    /// <summary>Draws what there is to draw.</summary>
    /// <param name="groups">The customers in their groups.</param>
    /// <param name="path">Path with the ending .svg or .png; each plot adds its kind to the name.</param>
    /// <param name="source">Where the customers come from, for the line below a plot.</param>
    /// <param name="workers">Threads and cancellation.</param>
    /// <returns>The files that were written.</returns>
    /// <exception cref="RecException">As <see cref="Check"/>, or <c>FileUnwritable</c>.</exception>
    public static IReadOnlyList<string> Draw(CustomerGroups groups, string path, string source, Workers workers)
    {
        var files = new List<string>();
        string Named(string kind)
        {
            files.Add(Path.ChangeExtension(path, null) + "-" + kind + Path.GetExtension(path));
            return files[^1];
        }

        ScatterPlot.Write(ClusterPlotData.Scatter(groups, source, workers), Named("scatter"));
        ProfileHeatMapPlot.Write(ClusterPlotData.Profile(groups.Profiles, source), Named("profile"));
        var clustering = groups.Clustering;
        if (clustering.Curve.Count > 1)
        {
            ClusterCountCurvePlot.Write(ClusterPlotData.Curve(clustering.Curve, clustering.ClusterCount, source), Named("curve"));
        }

        if (clustering.Tree is { LeafCount: > 1 } tree)
        {
            DendrogramPlot.Write(
                ClusterPlotData.Tree(tree, clustering.ClusterOf, ClusterPlotData.Names(groups.Profiles), groups.Table.Customers.Text, source), Named("dendrogram"));
        }

        return files;
    }
}
