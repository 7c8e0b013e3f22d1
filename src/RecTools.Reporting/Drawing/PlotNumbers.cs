using System.Globalization;

namespace RecTools.Reporting;

/// <summary>Numbers as plots write them: the same in every culture, with a true minus sign.</summary>
internal static class PlotNumbers
{
    /// <summary>A count: 1,234.</summary>
    public static string Count(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A quality with four digits behind the point: 0.4874.</summary>
    public static string Quality(double value) => Minus(value.ToString("0.0000", CultureInfo.InvariantCulture));

    /// <summary>A number without digits behind the point: 1,234.</summary>
    public static string Whole(double value) => Minus(value.ToString("N0", CultureInfo.InvariantCulture));

    /// <summary>A share, 0 to 1, in percent: 28.1 %.</summary>
    public static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.#} %");

    /// <summary>A share on an axis or of a rare thing, in percent with all digits that count: 0.05 %.</summary>
    public static string FinePercent(double share) => Tick(Math.Round(share * 100, 8)) + " %";

    /// <summary>A value with four digits, for text.</summary>
    public static string Value(double value) => Math.Abs(value) switch
    {
        >= 1e9 or (> 0 and < 1e-4) => Minus(value.ToString("0.##E+0", CultureInfo.InvariantCulture)),
        >= 1000 => Minus(value.ToString("N0", CultureInfo.InvariantCulture)),
        _ => Minus(((double)(decimal)Math.Round(value, 6)).ToString("G4", CultureInfo.InvariantCulture)),
    };

    /// <summary>A value on an axis, with all digits that its step has; millions and billions are short: 1.5 m.</summary>
    public static string Tick(double value) => Math.Abs(value) switch
    {
        >= 1e15 or (> 0 and < 1e-6) => Minus(value.ToString("0.####E+0", CultureInfo.InvariantCulture)),
        >= 1e9 => Minus((value / 1e9).ToString("#,0.#####", CultureInfo.InvariantCulture)) + " bn",
        >= 1e6 => Minus((value / 1e6).ToString("0.#####", CultureInfo.InvariantCulture)) + " m",
        _ => Minus(value.ToString("#,0.########", CultureInfo.InvariantCulture)),
    };

    /// <summary>A deviation with its sign: +1.2, from 10 on without digits behind the point.</summary>
    public static string Deviation(double value) =>
        double.IsNaN(value) ? "–" : Minus(value.ToString(Math.Abs(value) < 9.95 ? "+0.0;-0.0;0.0" : "+#,0;-#,0;0", CultureInfo.InvariantCulture));

    /// <summary>A number as text with a true minus sign.</summary>
    public static string Minus(string number) => number.Replace('-', '−');
}
