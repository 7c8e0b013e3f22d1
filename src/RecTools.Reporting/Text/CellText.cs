using System.Collections;
using System.Globalization;

namespace RecTools.Reporting;

/// <summary>Values of a report as readers see them: the same in every culture.</summary>
internal static class CellText
{
    /// <summary>What stands where there is nothing.</summary>
    public const string Nothing = "–";

    private static readonly CultureInfo English = CultureInfo.InvariantCulture;

    /// <summary>Whether values of a format stand at the right, digits below digits.</summary>
    public static bool IsNumeric(CellFormat format) => format is not (CellFormat.Text or CellFormat.Code or CellFormat.Day or CellFormat.Moment);

    /// <summary>The value as text.</summary>
    public static string Of(object? value, CellFormat format) => (value, format) switch
    {
        (null or double.NaN, _) => Nothing,
        (ReportInterval { Lower: { } lower, Upper: { } upper }, _) => $"{PlotNumbers.Quality(lower)} to {PlotNumbers.Quality(upper)}",
        (ReportInterval, _) => Nothing,
        (TimeSpan span, _) => Duration(span.TotalSeconds),
        (DateTime moment, CellFormat.Moment) => moment.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", English),
        (DateTime day, _) => day.ToString("yyyy-MM-dd", English),
        (string text, _) => text,
        (Enum name, _) => name.ToString(),
        (IDictionary pairs, _) => string.Join(", ", pairs.Cast<DictionaryEntry>().Select(pair => $"{pair.Key}: {Of(pair.Value, CellFormat.Text)}")),
        (IEnumerable list, _) => string.Join(", ", list.Cast<object?>().Select(item => Of(item, CellFormat.Text))),
        (bool flag, _) => flag ? "yes" : "no",
        (_, CellFormat.Text or CellFormat.Code) => Convert.ToString(value, English) ?? "",
        _ => Number(Convert.ToDouble(value, English), format),
    };

    /// <summary>The number to sort by; null for what has none.</summary>
    public static double? SortKeyOf(object? value) => value switch
    {
        TimeSpan span => span.TotalSeconds,
        ReportInterval interval => interval.Lower,
        bool or string or Enum or null => null,
        IConvertible number and not (char or DateTime) => Convert.ToDouble(number, English),
        _ => null,
    };

    private static string Number(double value, CellFormat format) => format switch
    {
        CellFormat.Count => PlotNumbers.Whole(value),
        CellFormat.Score => PlotNumbers.Quality(value),
        CellFormat.Ratio => PlotNumbers.Minus(value.ToString("#,0.00", English)),
        CellFormat.Percent => Percent(value),
        CellFormat.Difference => PlotNumbers.Minus(value.ToString("+0.0000;-0.0000;0.0000", English)),
        CellFormat.Probability => value < 0.001 ? "< 0.001" : value.ToString("0.000", English),
        CellFormat.Duration => Duration(value),
        CellFormat.Bytes => Bytes(value),
        _ => PlotNumbers.Value(value),
    };

    private static string Percent(double share) => Math.Abs(share) switch
    {
        0 or >= 0.01 => PlotNumbers.Minus((share * 100).ToString("0.0", English)) + " %",
        >= 0.001 => PlotNumbers.Minus((share * 100).ToString("0.00", English)) + " %",
        _ => PlotNumbers.Minus(((double)(decimal)Math.Round(share * 100, 8)).ToString("G2", English)) + " %",
    };

    private static string Duration(double seconds) => seconds switch
    {
        < 0.0095 => $"{(seconds * 1000).ToString("0.0", English)} ms",
        < 9.95 => $"{seconds.ToString("0.00", English)} s",
        < 60 => $"{seconds.ToString("0.0", English)} s",
        < 3600 => $"{Math.Floor(seconds / 60).ToString(English)} min {Math.Floor(seconds % 60).ToString(English)} s",
        _ => $"{Math.Floor(seconds / 3600).ToString(English)} h {Math.Floor(seconds % 3600 / 60).ToString(English)} min",
    };

    private static string Bytes(double bytes) => bytes switch
    {
        < 1024 => $"{bytes.ToString("0", English)} B",
        < 1 << 20 => $"{(bytes / 1024).ToString("0.0", English)} KB",
        < 1 << 30 => $"{(bytes / (1 << 20)).ToString("0.0", English)} MB",
        _ => $"{(bytes / (1 << 30)).ToString("0.00", English)} GB",
    };
}
