using ScottPlot;

namespace RecTools.Reporting;

/// <summary>
/// Colours and marks of clusters that colour-blind readers can tell apart: Okabe and Ito 2008 without black, which is for text, and with an indigo
/// in place of the yellow, which is lost on white. After seven clusters the colours come again with another mark.
/// </summary>
internal static class ClusterPalette
{
    private static readonly Color[] Colors =
        Color.FromHex(["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#332288"]);

    private static readonly MarkerShape[] Shapes =
        [MarkerShape.FilledCircle, MarkerShape.FilledTriangleUp, MarkerShape.FilledSquare, MarkerShape.FilledDiamond];

    /// <summary>The colour of a cluster, by its place.</summary>
    public static Color ColorOf(int cluster) => Colors[cluster % Colors.Length];

    /// <summary>The mark of a cluster's points, by its place. Triangles and diamonds are larger, to look as large.</summary>
    public static MarkerStyle MarkOf(int cluster, float size, double alpha)
    {
        var shape = Shapes[cluster / Colors.Length % Shapes.Length];
        var scale = shape is MarkerShape.FilledTriangleUp or MarkerShape.FilledDiamond ? 1.3f : 1;
        return new MarkerStyle(shape, size * scale, ColorOf(cluster).WithAlpha(alpha));
    }
}
