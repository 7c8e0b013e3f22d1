using ScottPlot;

namespace RecTools.Reporting;

/// <summary>Five colours from weak to strong (ColorBrewer's Blues), each for a fifth of the values; fewer where values repeat.</summary>
internal sealed class SequentialScale
{
    private static readonly Color[] Steps = Color.FromHex(["#C6DBEF", "#85B8DB", "#4292C6", "#1D63A8", "#08306B"]);

    // Each a little apart from white or black, so that a dark page knows which step a text stands on.
    private static readonly Color[] Texts = Color.FromHex(["#212122", "#212123", "#212124", "#FEFEFD", "#FEFEFC"]);

    private readonly double[] ends;

    private SequentialScale(double[] ends) => this.ends = ends;

    /// <summary>A scale for values.</summary>
    /// <param name="values">The values; those that are not finite are left aside.</param>
    public static SequentialScale Of(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Where(double.IsFinite).Order()];
        double[] ends = [.. Enumerable.Range(1, Steps.Length - 1).Select(step => sorted.Length == 0 ? 0 : TwoDigits(sorted[sorted.Length * step / Steps.Length]))];
        return new SequentialScale([.. ends.Distinct().Where(end => sorted.Length > 0 && sorted[^1] > end)]);
    }

    /// <summary>The colour of a value.</summary>
    public Color ColorOf(double value) => Steps[StepOf(value)];

    /// <summary>The colour of text on the colour of a value.</summary>
    public Color TextColorOn(double value) => Texts[StepOf(value)];

    /// <summary>What the colours mean.</summary>
    /// <param name="name">What is measured.</param>
    public IReadOnlyList<KeyEntry> Key(string name) =>
    [
        .. Enumerable.Range(0, ends.Length + 1).Select(i => new KeyEntry(
            Steps[StepAt(i)],
            (i == 0 ? name + " " : "") + (ends.Length == 0 ? "all alike" : i < ends.Length ? $"up to {PlotNumbers.Value(ends[i])}" : $"over {PlotNumbers.Value(ends[^1])}"))),
    ];

    private int StepOf(double value) => StepAt(ends.Count(end => value > end));

    // Few classes take the strong end, where they differ most from the ground.
    private int StepAt(int place) => Steps.Length - 1 - ends.Length + place;

    private static double TwoDigits(double value)
    {
        if (value == 0)
        {
            return 0;
        }

        var unit = Math.Pow(10, Math.Floor(Math.Log10(Math.Abs(value))) - 1);
        return Math.Round(value / unit) * unit;
    }
}
