using System.Globalization;
using ScottPlot;
using SkiaSharp;

namespace RecTools.Reporting;

/// <summary>What the colours and numbers of clusters mean: the mark, the number, the label and the size of each.</summary>
internal static class ClusterLegend
{
    private const float Line = 16;
    private const float Gap = 10;
    private const float ShortRow = 20;
    private const float TextLeft = 46;
    private const int LabelLines = 3;

    private static readonly TextLook NumberLook = Theme.Body with { Bold = true };

    /// <summary>How many clusters there are, in words.</summary>
    public static string CountOf(IReadOnlyList<PlotCluster> clusters) => clusters.Count == 1 ? "1 cluster" : $"{PlotNumbers.Count(clusters.Count)} clusters";

    /// <summary>Draws the legend into a rectangle: all that is known where there is room, else a line a cluster; what does not fit is counted.</summary>
    /// <param name="canvas">Where.</param>
    /// <param name="room">The rectangle.</param>
    /// <param name="clusters">The clusters.</param>
    /// <param name="noun">What the points are, in the plural.</param>
    /// <param name="marks">Whether the plot shows clusters by the shape of marks too, not by colour alone.</param>
    public static void Draw(SKCanvas canvas, SKRect room, IReadOnlyList<PlotCluster> clusters, string noun, bool marks)
    {
        var labels = clusters.Select(cluster => LinesOf(cluster, room.Width - TextLeft)).ToList();
        if (labels.Sum(HeightOf) <= room.Height)
        {
            DrawFull(canvas, room, clusters, labels, noun, marks);
        }
        else
        {
            DrawShort(canvas, room, clusters, marks);
        }
    }

    private static List<string> LinesOf(PlotCluster cluster, float width) =>
        string.IsNullOrWhiteSpace(cluster.Label) ? [] : TextPainter.Wrap(cluster.Label, width, LabelLines, Theme.Body);

    private static float HeightOf(List<string> label) => ((label.Count + 1) * Line) + Gap;

    private static void DrawFull(
        SKCanvas canvas, SKRect room, IReadOnlyList<PlotCluster> clusters, List<List<string>> labels, string noun, bool marks)
    {
        var total = Math.Max(1, clusters.Sum(cluster => cluster.Size));
        var top = room.Top;
        for (var i = 0; i < clusters.Count; i++)
        {
            DrawHead(canvas, room.Left, top, i, clusters[i].Number, marks);
            var baseline = top + 14.5f;
            foreach (var line in labels[i])
            {
                TextPainter.Write(canvas, line, room.Left + TextLeft, baseline, Theme.Body);
                baseline += Line;
            }

            var size = $"{PlotNumbers.Count(clusters[i].Size)} {noun} ({PlotNumbers.Percent((double)clusters[i].Size / total)})";
            TextPainter.Write(canvas, TextPainter.Fit(size, room.Width - TextLeft, Theme.Small), room.Left + TextLeft, baseline, Theme.Small);
            top += HeightOf(labels[i]);
        }
    }

    private static void DrawShort(SKCanvas canvas, SKRect room, IReadOnlyList<PlotCluster> clusters, bool marks)
    {
        var rows = (int)(room.Height / ShortRow);
        var shown = clusters.Count <= rows ? clusters.Count : rows - 1;
        for (var i = 0; i < shown; i++)
        {
            var top = room.Top + (i * ShortRow);
            DrawHead(canvas, room.Left, top, i, clusters[i].Number, marks);
            var size = PlotNumbers.Count(clusters[i].Size);
            TextPainter.Write(canvas, size, room.Right, top + 14.5f, Theme.Small, SKTextAlign.Right);
            var width = room.Width - TextLeft - TextPainter.Width(size, Theme.Small) - 8;
            TextPainter.Write(canvas, TextPainter.Fit(clusters[i].Label, width, Theme.Body), room.Left + TextLeft, top + 14.5f, Theme.Body);
        }

        if (shown < clusters.Count)
        {
            var more = $"and {PlotNumbers.Count(clusters.Count - shown)} more clusters";
            TextPainter.Write(canvas, more, room.Left + TextLeft, room.Top + (shown * ShortRow) + 14.5f, Theme.Small);
        }
    }

    private static void DrawHead(SKCanvas canvas, float left, float top, int cluster, int number, bool marks)
    {
        var mark = marks ? ClusterPalette.MarkOf(cluster, 11, alpha: 1) : new MarkerStyle(MarkerShape.FilledSquare, 11, ClusterPalette.ColorOf(cluster));
        using var paint = Paint.NewDisposablePaint();
        Drawing.DrawMarker(canvas, paint, new Pixel(left + 8, top + 10), mark);
        TextPainter.Write(canvas, number.ToString(CultureInfo.InvariantCulture), left + TextLeft - 8, top + 14.5f, NumberLook, SKTextAlign.Right);
    }
}
