using RecTools.Reporting;

namespace RecTools.Tests;

/// <summary>Numbers in plots.</summary>
public class PlotNumbersTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(-1.5, "−1.5")]
    [InlineData(12000, "12,000")]
    [InlineData(2500000, "2.5 m")]
    [InlineData(-3.25e9, "−3.25 bn")]
    [InlineData(2e-7, "2E−7")]
    [InlineData(1e18, "1E+18")]
    public void On_axes(double value, string text) => Assert.Equal(text, PlotNumbers.Tick(value));

    [Theory]
    [InlineData(0.33704, "0.337")]
    [InlineData(-0.05, "−0.05")]
    [InlineData(44448.4554, "44,448")]
    [InlineData(3.2e10, "3.2E+10")]
    public void In_text(double value, string text) => Assert.Equal(text, PlotNumbers.Value(value));

    [Theory]
    [InlineData(1.25, "+1.3")]
    [InlineData(-0.04, "0.0")]
    [InlineData(9.96, "+10")]
    [InlineData(-123.4, "−123")]
    [InlineData(double.NaN, "–")]
    public void As_deviations(double value, string text) => Assert.Equal(text, PlotNumbers.Deviation(value));
}
