using ScottPlot;
using SkiaSharp;

namespace RecTools.Reporting;

/// <summary>The lines of a dendrogram, and triangles for groups whose merges are not drawn.</summary>
internal sealed class DendrogramTree(DendrogramLayout layout, double? cut) : IPlottable
{
    private const double TriangleHalfWidth = 0.32;

    /// <inheritdoc/>
    public bool IsVisible { get; set; } = true;

    /// <inheritdoc/>
    public IAxes Axes { get; set; } = new Axes();

    /// <inheritdoc/>
    public IEnumerable<LegendItem> LegendItems => [];

    /// <inheritdoc/>
    public AxisLimits GetAxisLimits() => AxisLimits.NoLimits;

    /// <inheritdoc/>
    public void Render(RenderPack rp)
    {
        using var paint = new SKPaint { IsAntialias = true, StrokeJoin = SKStrokeJoin.Round };
        for (var i = 0; i < layout.Branches.Count; i++)
        {
            if (layout.Branches[i] is { Leaves: > 1 } group)
            {
                paint.Color = ColorOf(group.Cluster).WithAlpha(0.35).ToSKColor();
                Draw(rp.Canvas, paint, [(i, group.Height), (i + TriangleHalfWidth, 0), (i - TriangleHalfWidth, 0)]);
            }
        }

        paint.IsStroke = true;
        paint.StrokeWidth = layout.Branches.Count > 100 ? 1.2f : 1.8f;
        foreach (var merge in layout.Merges)
        {
            var middle = (merge.LeftX + merge.RightX) / 2;
            Draw(rp.Canvas, paint, merge.LeftCluster, merge.Cluster, [(merge.LeftX, merge.LeftFoot), (merge.LeftX, merge.Height), (middle, merge.Height)]);
            Draw(rp.Canvas, paint, merge.RightCluster, merge.Cluster, [(merge.RightX, merge.RightFoot), (merge.RightX, merge.Height), (middle, merge.Height)]);
        }
    }

    /// <summary>A post and half a beam: in the cluster's colour up to the cut, above in the colour of what is in no cluster.</summary>
    private void Draw(SKCanvas canvas, SKPaint paint, int postCluster, int beamCluster, ReadOnlySpan<(double X, double Y)> corners)
    {
        var change = postCluster == beamCluster ? (double?)null : Between(corners[0].Y, corners[1].Y, cut ?? corners[1].Y);
        paint.Color = ColorOf(beamCluster).ToSKColor();
        Draw(canvas, paint, change is { } from ? [(corners[0].X, from), .. corners[1..]] : corners);
        if (change is { } to)
        {
            paint.Color = ColorOf(postCluster).ToSKColor();
            Draw(canvas, paint, [corners[0], (corners[0].X, to)]);
        }
    }

    private void Draw(SKCanvas canvas, SKPaint paint, ReadOnlySpan<(double X, double Y)> corners)
    {
        using var path = new SKPath();
        for (var i = 0; i < corners.Length; i++)
        {
            var pixel = Axes.GetPixel(new Coordinates(corners[i].X, corners[i].Y));
            if (i == 0)
            {
                path.MoveTo(pixel.X, pixel.Y);
            }
            else
            {
                path.LineTo(pixel.X, pixel.Y);
            }
        }

        if (!paint.IsStroke)
        {
            path.Close();
        }

        canvas.DrawPath(path, paint);
    }

    // A merge may be lower than what it merges, with centroid and median linkage.
    private static double Between(double one, double other, double value) => Math.Clamp(value, Math.Min(one, other), Math.Max(one, other));

    private static Color ColorOf(int cluster) => cluster < 0 ? Theme.Quiet : ClusterPalette.ColorOf(cluster);
}
