using ScottPlot;
using SkiaSharp;

namespace RecTools.Reporting;

/// <summary>Rules by support and confidence, coloured by lift; the support on a logarithmic axis where it differs much.</summary>
internal static class RuleScatterPlot
{
    private const double LogarithmFrom = 8;
    private const double LeastConfidence = 0;

    /// <summary>The plot as a figure.</summary>
    /// <exception cref="ArgumentException">There is no rule.</exception>
    public static Figure FigureOf(RuleScatterData data, FigureLayout layout)
    {
        ArgumentOutOfRangeException.ThrowIfZero(data.Rules.Count, nameof(data));
        var scale = SequentialScale.Of(data.Rules.Select(rule => rule.Lift));
        var key = new ColorKey(scale.Key("Lift"), layout.Width);
        var (rarest, commonest) = (data.Rules.Min(rule => rule.Support), data.Rules.Max(rule => rule.Support));
        var logarithm = rarest > 0 && commonest / rarest >= LogarithmFrom;
        return new Figure
        {
            Title = data.Title,
            Subtitle = $"{PlotNumbers.Count(data.Rules.Count)} rules with support from {PlotNumbers.FinePercent(Rounded(rarest))} to {PlotNumbers.FinePercent(Rounded(commonest))}, "
                + $"confidence from {PlotNumbers.Percent(data.Rules.Min(rule => rule.Confidence))} to {PlotNumbers.Percent(data.Rules.Max(rule => rule.Confidence))} "
                + $"and lift from {PlotNumbers.Value(data.Rules.Min(rule => rule.Lift))} to {PlotNumbers.Value(data.Rules.Max(rule => rule.Lift))}",
            Notes = [logarithm ? "The axis of the support is logarithmic" : null, data.Source],
            Width = Figure.WidthAround(layout.Width),
            Height = Figure.HeightAround(layout.Choose(420, 300) + key.Height),
            Draw = (canvas, body) =>
            {
                key.Draw(canvas, body.Left, body.Top);
                using var plot = PlotOf(data, scale, logarithm, body);
                plot.DrawOn(canvas, new SKRect(body.Left, body.Top + key.Height, body.Right - Theme.LastTickRoom, body.Bottom));
            },
        };
    }

    private static Plot PlotOf(RuleScatterData data, SequentialScale scale, bool logarithm, SKRect body)
    {
        var plot = Theme.NewPlot();
        double Place(double support) => logarithm ? Math.Log10(support) : support;

        // The strongest last, so that they are not covered.
        foreach (var rule in data.Rules.OrderBy(rule => rule.Lift))
        {
            plot.Add.Marker(Place(rule.Support), rule.Confidence, MarkerShape.FilledCircle, data.Rules.Count > 400 ? 5 : 7, scale.ColorOf(rule.Lift).WithAlpha(0.85));
        }

        var (from, to) = (Place(data.Rules.Min(rule => rule.Support)), Place(data.Rules.Max(rule => rule.Support)));
        var room = to > from ? (to - from) * 0.04 : Math.Abs(to * 0.1);
        if (logarithm)
        {
            double[] round = [.. RoundNumbers(Math.Pow(10, from - room), Math.Pow(10, to + room))];
            Theme.Ticks(plot.Axes.Bottom, Array.ConvertAll(round, Place), Array.ConvertAll(round, PlotNumbers.FinePercent));
        }
        else
        {
            plot.Axes.Bottom.TickGenerator = Theme.NewTicks(PlotNumbers.FinePercent);
        }

        plot.Axes.Left.TickGenerator = Theme.NewTicks(PlotNumbers.FinePercent);
        Theme.Name(plot.Axes.Bottom, "Support (share of all baskets)", body.Width - 80);
        Theme.Name(plot.Axes.Left, "Confidence", body.Height - 80);
        var lowest = data.Rules.Min(rule => rule.Confidence);
        var highest = data.Rules.Max(rule => rule.Confidence);
        var above = Math.Max((highest - lowest) * 0.05, 0.02);
        plot.Axes.SetLimits(from - room, to + room, Math.Max(LeastConfidence, lowest - above), highest + above);
        return plot;
    }

    private static double Rounded(double share) => share == 0 ? 0 : (double)(decimal)Math.Round(share, 3 - (int)Math.Floor(Math.Log10(share)));

    /// <summary>1, 2 and 5 times the powers of ten within a range; of many decades the powers alone.</summary>
    private static IEnumerable<double> RoundNumbers(double from, double to)
    {
        double[] steps = to / from > 1000 ? [1] : [1, 2, 5];
        for (var power = (int)Math.Floor(Math.Log10(from)); power <= Math.Log10(to); power++)
        {
            foreach (var number in steps.Select(step => (double)((decimal)step * (decimal)Math.Pow(10, power))).Where(number => number >= from && number <= to))
            {
                yield return number;
            }
        }
    }
}
