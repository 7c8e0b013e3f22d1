using ScottPlot;
using SkiaSharp;

namespace RecTools.Reporting;

/// <summary>What each trial of a search gave on each fold, the means, and the best mean so far.</summary>
internal static class TrialPlot
{
    private static readonly Color Finished = ClusterPalette.ColorOf(0);
    private static readonly Color Best = ClusterPalette.ColorOf(1);

    /// <summary>The plot as a figure.</summary>
    /// <exception cref="ArgumentException">The arrays differ in length.</exception>
    public static Figure FigureOf(TrialData data, FigureLayout layout)
    {
        PlotCheck.SameLength(data.Value.Length, data.FoldValues.Length, nameof(data));
        PlotCheck.SameLength(data.Value.Length, data.IsFinished.Length, nameof(data));
        var best = BestSoFar(data);
        var key = new ColorKey(
            [new KeyEntry(Finished, "Mean of all folds"), new KeyEntry(Theme.Quiet, "Single fold, or given up"), new KeyEntry(Best, "Best so far")], layout.Width);
        return new Figure
        {
            Title = data.Title,
            Subtitle = $"{PlotNumbers.Count(data.Value.Length)} {data.Noun}, {PlotNumbers.Count(data.IsFinished.Count(finished => finished))} measured on all folds"
                + (best.Count == 0 ? "" : $"; best {data.Label} {PlotNumbers.Value(best[^1].Value)} in number {best[^1].Trial}"),
            Notes = [data.Source],
            Width = Figure.WidthAround(layout.Width),
            Height = Figure.HeightAround(layout.Choose(320, 260) + key.Height),
            Draw = (canvas, body) =>
            {
                key.Draw(canvas, body.Left, body.Top);
                using var plot = PlotOf(data, best, body.Width - 70, body.Height - key.Height - 60);
                plot.DrawOn(canvas, new SKRect(body.Left, body.Top + key.Height, body.Right - Theme.LastTickRoom, body.Bottom));
            },
        };
    }

    private static List<(int Trial, double Value)> BestSoFar(TrialData data)
    {
        var best = new List<(int Trial, double Value)>();
        for (var i = 0; i < data.Value.Length; i++)
        {
            if (data.IsFinished[i] && double.IsFinite(data.Value[i]) && (best.Count == 0 || data.LowerIsBetter == data.Value[i] < best[^1].Value))
            {
                best.Add((i + 1, data.Value[i]));
            }
        }

        return best;
    }

    private static Plot PlotOf(TrialData data, List<(int Trial, double Value)> best, float width, float height)
    {
        var plot = Theme.NewPlot();
        plot.Axes.Bottom.TickGenerator = Theme.NewTicks(whole: true);
        Theme.Name(plot.Axes.Bottom, "Number of the trial", width);
        Theme.Name(plot.Axes.Left, data.Label, height);
        for (var i = 0; i < best.Count; i++)
        {
            var to = i + 1 < best.Count ? best[i + 1].Trial : data.Value.Length + 0.5;
            AddLine(plot, best[i].Trial, best[i].Value, to, best[i].Value);
            if (i + 1 < best.Count)
            {
                AddLine(plot, to, best[i].Value, to, best[i + 1].Value);
            }
        }

        for (var i = 0; i < data.Value.Length; i++)
        {
            foreach (var value in data.FoldValues[i])
            {
                plot.Add.Marker(i + 1, value, MarkerShape.FilledCircle, 4, Theme.Quiet.WithAlpha(0.55));
            }

            if (double.IsFinite(data.Value[i]))
            {
                plot.Add.Marker(i + 1, data.Value[i], MarkerShape.FilledCircle, data.IsFinished[i] ? 8 : 5, data.IsFinished[i] ? Finished : Theme.Quiet);
            }
        }

        double[] values = [.. data.FoldValues.SelectMany(folds => folds).Concat(data.Value).Where(double.IsFinite).DefaultIfEmpty(0)];
        var room = Math.Max((values.Max() - values.Min()) * 0.06, 1e-4);
        plot.Axes.SetLimits(0.5, data.Value.Length + 0.5, values.Min() - room, values.Max() + room);
        return plot;
    }

    private static void AddLine(Plot plot, double x1, double y1, double x2, double y2)
    {
        var line = plot.Add.Line(x1, y1, x2, y2);
        (line.LineColor, line.LineWidth) = (Best, 2);
    }
}
