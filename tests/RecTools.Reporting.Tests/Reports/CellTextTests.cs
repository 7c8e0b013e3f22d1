using RecTools.Reporting;

namespace RecTools.Tests;

/// <summary>Values as readers see them.</summary>
public class CellTextTests
{
    public static TheoryData<object?, CellFormat, string> Cases => new()
    {
        { null, CellFormat.Score, "–" },
        { double.NaN, CellFormat.Number, "–" },
        { 0.48742, CellFormat.Score, "0.4874" },
        { -0.0123, CellFormat.Difference, "−0.0123" },
        { 1234567L, CellFormat.Count, "1,234,567" },
        { 0.281, CellFormat.Percent, "28.1 %" },
        { 0.0056941, CellFormat.Percent, "0.57 %" },
        { 0.00049, CellFormat.Percent, "0.049 %" },
        { 0.0, CellFormat.Percent, "0.0 %" },
        { 2.6, CellFormat.Ratio, "2.60" },
        { 0.0004, CellFormat.Probability, "< 0.001" },
        { 0.0416, CellFormat.Probability, "0.042" },
        { TimeSpan.FromSeconds(245), CellFormat.Duration, "4 min 5 s" },
        { 0.0043, CellFormat.Duration, "4.3 ms" },
        { 7384.0, CellFormat.Duration, "2 h 3 min" },
        { 34_500_000L, CellFormat.Bytes, "32.9 MB" },
        { new DateTime(1997, 9, 20), CellFormat.Day, "1997-09-20" },
        { new ReportInterval(0.4, 0.5), CellFormat.Interval, "0.4000 to 0.5000" },
        { true, CellFormat.Text, "yes" },
        { DayOfWeek.Monday, CellFormat.Number, "Monday" },
        { new object[] { 1, "b" }, CellFormat.Code, "1, b" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Each_format_has_its_digits_and_units(object? value, CellFormat format, string text) => Assert.Equal(text, CellText.Of(value, format));
}
