using ScottPlot;

namespace RecTools.Reporting;

/// <summary>The marks of points, each in the colour and shape of its cluster.</summary>
/// <param name="data">The points.</param>
/// <param name="drawn">Those that are drawn, in this order.</param>
internal sealed class ScatterMarks(ScatterData data, int[] drawn) : IPlottable
{
    /// <inheritdoc/>
    public bool IsVisible { get; set; } = true;

    /// <inheritdoc/>
    public IAxes Axes { get; set; } = new Axes();

    /// <inheritdoc/>
    public IEnumerable<LegendItem> LegendItems => [];

    private float Size => drawn.Length switch
    {
        <= 300 => 8,
        <= 1500 => 6,
        _ => 4.5f,
    };

    /// <inheritdoc/>
    public AxisLimits GetAxisLimits() => AxisLimits.NoLimits;

    /// <inheritdoc/>
    public void Render(RenderPack rp)
    {
        MarkerStyle[] marks = [.. Enumerable.Range(0, data.Clusters.Count).Select(cluster => ClusterPalette.MarkOf(cluster, Size, alpha: 0.65))];
        foreach (var point in drawn)
        {
            Drawing.DrawMarker(rp.Canvas, rp.Paint, Axes.GetPixel(new Coordinates(data.X[point], data.Y[point])), marks[data.ClusterOf[point]]);
        }
    }
}
