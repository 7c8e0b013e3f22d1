using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using RecTools.Data;

namespace RecTools.Tests;

public class NumberTextTests
{
    [Fact]
    public void Whole_numbers_are_read_as_the_framework_reads_them() => Check.QuickThrowOnFailure(Prop.ForAll<long>(value =>
        NumberText.TryParseInt64(value.ToString(CultureInfo.InvariantCulture), out var read) && read == value));

    [Fact]
    public void Numbers_are_read_as_the_framework_reads_them() => Check.QuickThrowOnFailure(Prop.ForAll<double>(value =>
        NumberText.TryParseDouble(value.ToString("R", CultureInfo.InvariantCulture), out var read) && read.Equals(value)));

    [Theory]
    [InlineData("")]
    [InlineData("3,5")]
    [InlineData("five")]
    [InlineData("1 2")]
    [InlineData("0x10")]
    public void What_is_no_number_is_not_read(string text)
    {
        Assert.False(NumberText.TryParseDouble(text, out _));
        Assert.False(NumberText.TryParseInt64(text, out _));
    }

    [Fact]
    public void Fifteen_digits_are_exact()
    {
        Assert.True(NumberText.TryParseDouble("999999999999999", out var number));
        Assert.Equal(999999999999999d, number);
        Assert.True(NumberText.TryParseInt64("9223372036854775807", out var largest));
        Assert.Equal(long.MaxValue, largest);
        Assert.False(NumberText.TryParseInt64("9223372036854775808", out _));
    }
}
