using System.Globalization;
using ScottPlot;
using SkiaSharp;

namespace RecTools.Reporting;

/// <summary>A cluster's number in a plot.</summary>
/// <param name="Cluster">The cluster's place, which gives the colour.</param>
/// <param name="Number">The number written.</param>
/// <param name="X">Where it should stand on the first axis.</param>
/// <param name="Y">Where it should stand on the second axis.</param>
internal readonly record struct ClusterBadge(int Cluster, int Number, double X, double Y);

/// <summary>Numbers of clusters in discs over the plot, moved apart where they would cover one another.</summary>
internal sealed class ClusterBadges(IReadOnlyList<ClusterBadge> badges) : IPlottable
{
    private const float Radius = 11;
    private const int Rounds = 200;

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
        SKPoint[] places = [.. badges.Select(badge => Axes.GetPixel(new Coordinates(badge.X, badge.Y))).Select(pixel => new SKPoint(pixel.X, pixel.Y))];
        var inner = new SKRect(rp.DataRect.Left + Radius, rp.DataRect.Top + Radius, rp.DataRect.Right - Radius, rp.DataRect.Bottom - Radius);
        MoveApart(places, inner);
        for (var i = 0; i < places.Length; i++)
        {
            Draw(rp.Canvas, places[i], badges[i]);
        }
    }

    /// <summary>Draws one disc.</summary>
    private static void Draw(SKCanvas canvas, SKPoint center, ClusterBadge badge)
    {
        using var paint = new SKPaint { Color = SKColors.White.WithAlpha(235), IsAntialias = true };
        canvas.DrawCircle(center, Radius, paint);
        paint.Color = ClusterPalette.ColorOf(badge.Cluster).ToSKColor();
        paint.IsStroke = true;
        paint.StrokeWidth = 2;
        canvas.DrawCircle(center, Radius, paint);
        var look = Theme.Body with { Size = badge.Number < 100 ? 12 : 10, Bold = true };
        TextPainter.Write(canvas, badge.Number.ToString(CultureInfo.InvariantCulture), center.X, center.Y + (look.Size * 0.36f), look, SKTextAlign.Center);
    }

    /// <summary>Pushes places apart, pair by pair in a fixed order, until none cover one another or the patience ends.</summary>
    private static void MoveApart(SKPoint[] places, SKRect within)
    {
        var moved = true;
        for (var round = 0; moved && round < Rounds; round++)
        {
            moved = false;
            for (var i = 0; i < places.Length; i++)
            {
                for (var j = 0; j < i; j++)
                {
                    moved |= Push(ref places[i], ref places[j]);
                }

                places[i] = new SKPoint(Inside(places[i].X, within.Left, within.Right), Inside(places[i].Y, within.Top, within.Bottom));
            }
        }
    }

    private static bool Push(ref SKPoint one, ref SKPoint other)
    {
        const float Apart = (2 * Radius) + 2;
        var between = one - other;
        var distance = between.Length;
        if (distance >= Apart)
        {
            return false;
        }

        var direction = distance < 0.01f ? new SKPoint(0, 1) : new SKPoint(between.X / distance, between.Y / distance);
        var step = ((Apart - distance) / 2) + 0.05f;
        one += new SKPoint(direction.X * step, direction.Y * step);
        other -= new SKPoint(direction.X * step, direction.Y * step);
        return true;
    }

    private static float Inside(float value, float from, float to) => MathF.Max(from, MathF.Min(to, value));
}
