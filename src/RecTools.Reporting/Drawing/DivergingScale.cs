using ScottPlot;

namespace RecTools.Reporting;

/// <summary>Colours of deviations: blue below zero, near white at zero, red above (ColorBrewer's RdBu, which colour-blind readers can read).</summary>
/// <param name="Limit">The deviation, either way, from which on the colour stays the darkest; above 0.</param>
internal sealed record DivergingScale(double Limit)
{
    private static readonly Color[] Stops = Color.FromHex(
        ["#053061", "#2166AC", "#4393C3", "#92C5DE", "#D1E5F0", "#F7F7F7", "#FDDBC7", "#F4A582", "#D6604D", "#B2182B", "#67001F"]);

    private static readonly Color Unknown = Color.FromHex("#E0E0E0");

    /// <summary>The colour of a deviation; grey for NaN.</summary>
    public Color ColorOf(double deviation)
    {
        if (double.IsNaN(deviation))
        {
            return Unknown;
        }

        var place = (Math.Clamp(deviation / Limit, -1, 1) + 1) / 2 * (Stops.Length - 1);
        var below = Math.Min((int)place, Stops.Length - 2);
        return Stops[below].MixedWith(Stops[below + 1], place - below);
    }

    /// <summary>The colour of text on the colour of a deviation.</summary>
    public Color TextColorOn(double deviation) => Luminance(ColorOf(deviation)) < 0.45 ? Theme.OnDark : Theme.OnPale;

    private static double Luminance(Color color) => ((0.299 * color.R) + (0.587 * color.G) + (0.114 * color.B)) / 255;
}
