using System.Globalization;
using SkiaSharp;

namespace RecTools.Reporting;

/// <summary>The heads of columns that stand for clusters: lying where the columns are wide, upright where they are narrow.</summary>
internal sealed class ClusterColumns
{
    private const float Line = 16;
    private const float NarrowestLying = 76;
    private const float LongestUpright = 190;

    private static readonly TextLook NumberLook = Theme.Body with { Size = 14, Bold = true };

    private readonly IReadOnlyList<PlotCluster> clusters;
    private readonly float width;
    private readonly string[] sizes;
    private readonly List<string>[] labels;

    /// <summary>Finds how high the heads are.</summary>
    /// <param name="clusters">The clusters, from left to right.</param>
    /// <param name="noun">What the points are, in the plural.</param>
    /// <param name="width">Width of a column in pixels.</param>
    public ClusterColumns(IReadOnlyList<PlotCluster> clusters, string noun, float width)
    {
        this.clusters = clusters;
        this.width = width;
        sizes = [.. clusters.Select(cluster => SizeOf(cluster, noun))];
        labels = [.. clusters.Select(cluster => TextPainter.Wrap(cluster.Label, IsLying ? width - 10 : LongestUpright, IsLying ? 3 : 1, Theme.Body))];
        Height = IsLying
            ? ((labels.Max(label => label.Count) + 2) * Line) + 12
            : clusters.Select((_, i) => UprightLength(i)).Max() + 36;
    }

    /// <summary>Height of the heads in pixels.</summary>
    public float Height { get; }

    private bool IsLying => width >= NarrowestLying;

    /// <summary>Draws the heads above a line.</summary>
    public void Draw(SKCanvas canvas, float left, float bottom)
    {
        for (var i = 0; i < clusters.Count; i++)
        {
            var middle = left + ((i + 0.5f) * width);
            var number = clusters[i].Number.ToString(CultureInfo.InvariantCulture);
            if (IsLying)
            {
                DrawLying(canvas, middle, bottom, number, i);
            }
            else
            {
                TextPainter.Write(canvas, number, middle, bottom - 8, NumberLook, SKTextAlign.Center);
                DrawUpright(canvas, middle, bottom - 28, i);
            }
        }
    }

    private string SizeOf(PlotCluster cluster, string noun)
    {
        var (count, full) = (PlotNumbers.Count(cluster.Size), $"{PlotNumbers.Count(cluster.Size)} {noun}");
        return IsLying && TextPainter.Width(full, Theme.Small) <= width - 8 ? full : count;
    }

    private float UprightLength(int i) =>
        TextPainter.Width(labels[i][0], Theme.Body) + (labels[i][0].Length > 0 ? 8 : 0) + TextPainter.Width(sizes[i], Theme.Small);

    private void DrawLying(SKCanvas canvas, float middle, float bottom, string number, int i)
    {
        TextPainter.Write(canvas, number, middle, bottom - Height + Line, NumberLook, SKTextAlign.Center);
        var baseline = bottom - Height + Line + 18;
        foreach (var line in labels[i].Where(line => line.Length > 0))
        {
            TextPainter.Write(canvas, line, middle, baseline, Theme.Body, SKTextAlign.Center);
            baseline += Line;
        }

        TextPainter.Write(canvas, sizes[i], middle, baseline, Theme.Small, SKTextAlign.Center);
    }

    private void DrawUpright(SKCanvas canvas, float middle, float foot, int i)
    {
        canvas.Save();
        canvas.Translate(middle + 4.5f, foot);
        canvas.RotateDegrees(-90);
        var label = labels[i][0];
        TextPainter.Write(canvas, label, 0, 0, Theme.Body);
        TextPainter.Write(canvas, sizes[i], label.Length > 0 ? TextPainter.Width(label, Theme.Body) + 8 : 0, 0, Theme.Small);
        canvas.Restore();
    }
}
