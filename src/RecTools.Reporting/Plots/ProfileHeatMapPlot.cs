using ScottPlot;
using SkiaSharp;

namespace RecTools.Reporting;

/// <summary>What is special of each cluster: features down, clusters across, the colour how far a cluster's mean is from that of all points.</summary>
public static class ProfileHeatMapPlot
{
    private const float WidestName = 270;
    private const float WidestNarrowName = 96;
    private const float RowOnPage = 36;
    private const float NarrowestColumn = 32;
    private const float LowestRow = 16;
    private const float KeyHeight = 44;
    private const int MostTallRows = 12;

    private static readonly TextLook NameLook = Theme.Body with { Size = 12 };

    /// <summary>Writes the plot as SVG or PNG, by the path's ending. Larger than usual where many features or clusters need it.</summary>
    /// <exception cref="RecException"><c>PlotFormatUnknown</c>, <c>PlotFolderMissing</c>, <c>FileUnwritable</c> or <c>PlotsUnsupported</c>.</exception>
    /// <exception cref="ArgumentException">The table has other dimensions than clusters and features, or one is empty.</exception>
    public static void Write(ProfileHeatMapData data, string path)
    {
        Check(data);
        PlotFile.Write(path, () => FigureOf(data, FigureLayout.File));
    }

    /// <summary>The plot as a figure, wider than the room where many clusters need it.</summary>
    internal static Figure FigureOf(ProfileHeatMapData data, FigureLayout layout)
    {
        Check(data);
        var names = data.Features.Select(name => TextPainter.Wrap(
            name, layout.Choose(WidestName, WidestNarrowName), data.Features.Count <= MostTallRows ? 2 : 1, NameLook)).ToList();
        var left = names.SelectMany(lines => lines).Max(line => TextPainter.Width(line, NameLook)) + 16;
        var width = Figure.WidthAround(Math.Max(layout.Width, left + (data.Clusters.Count * NarrowestColumn) + 12));
        var header = new ClusterColumns(data.Clusters, data.Noun, (width - (2 * Figure.Margin) - left - 8) / data.Clusters.Count);
        var rows = layout == FigureLayout.File ? 0 : data.Features.Count * RowOnPage;
        var height = Figure.HeightAround(
            Math.Max(layout == FigureLayout.File ? 580 : 0, header.Height + KeyHeight + Math.Max(rows, data.Features.Count * LowestRow)));
        var scale = new DivergingScale(LimitOf(data.Deviations));
        return new Figure
        {
            Title = data.Title,
            Subtitle = "How many standard deviations each cluster's mean is above (+) or below (−) the overall mean",
            Notes = [data.Source],
            Width = width,
            Height = height,
            Draw = (canvas, body) =>
            {
                using var plot = PlotOf(data, [.. names.Select(lines => string.Join('\n', lines))], scale, new PixelPadding(left, 8, 4, header.Height), body);
                plot.DrawOn(canvas, new SKRect(body.Left, body.Top, body.Right, body.Bottom - KeyHeight));
                header.Draw(canvas, body.Left + left, body.Top + header.Height);
                DivergingKey.Draw(canvas, layout.Choose(body.Left + left, body.Left), body.Bottom - KeyHeight + 12, scale, body.Right);
            },
        };
    }

    private static void Check(ProfileHeatMapData data)
    {
        PlotCheck.SameLength(data.Clusters.Count, data.Deviations.GetLength(0), nameof(data.Clusters));
        PlotCheck.SameLength(data.Features.Count, data.Deviations.GetLength(1), nameof(data.Features));
        ArgumentOutOfRangeException.ThrowIfZero(data.Deviations.Length, nameof(data));
    }

    /// <summary>The largest deviation, up to a half, but neither so small that noise looks strong nor so large that one outlier pales the rest.</summary>
    private static double LimitOf(double[,] deviations)
    {
        var largest = deviations.Cast<double>().Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max();
        return Math.Clamp(Math.Ceiling(largest * 2) / 2, 1, 3);
    }

    private static Plot PlotOf(
        ProfileHeatMapData data, string[] names, DivergingScale scale, PixelPadding padding, SKRect body)
    {
        var plot = Theme.NewPlot();
        plot.HideGrid();
        plot.Axes.Bottom.IsVisible = false;
        var (rows, columns) = (names.Length, data.Clusters.Count);
        Theme.Ticks(plot.Axes.Left, [.. Enumerable.Range(0, rows).Select(row => rows - row - 0.5)], names);
        plot.Axes.Left.FrameLineStyle.Width = 0;
        var cell = new SKSize((body.Width - padding.Horizontal) / columns, (body.Height - KeyHeight - padding.Vertical) / rows);
        AddCells(plot, data.Deviations, scale, Math.Min(13, Math.Min(cell.Height * 0.75f, cell.Width / 2.7f)));
        plot.Layout.Fixed(padding);
        plot.Axes.SetLimits(0, columns, 0, rows);
        return plot;
    }

    private static void AddCells(Plot plot, double[,] deviations, DivergingScale scale, float fontSize)
    {
        var rows = deviations.GetLength(1);
        for (var column = 0; column < deviations.GetLength(0); column++)
        {
            for (var row = 0; row < rows; row++)
            {
                var deviation = deviations[column, row];
                var cell = plot.Add.Rectangle(column, column + 1, rows - row - 1, rows - row);
                cell.FillColor = scale.ColorOf(deviation);
                cell.LineColor = Colors.White;
                cell.LineWidth = 1;
                var text = plot.Add.Text(PlotNumbers.Deviation(deviation), column + 0.5, rows - row - 0.5);
                text.Alignment = Alignment.MiddleCenter;
                text.LabelFontSize = fontSize;
                text.LabelFontColor = scale.TextColorOn(deviation);
            }
        }
    }
}
