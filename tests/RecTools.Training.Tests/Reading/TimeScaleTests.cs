using RecTools.Training;

namespace RecTools.Tests;

/// <summary>Numbers of time as dates.</summary>
public class TimeScaleTests
{
    [Theory]
    [InlineData(1_700_000_000, "2023-11-14 22:13")]
    [InlineData(1_700_000_000_000, "2023-11-14 22:13")]
    [InlineData(638_355_968_000_000_000, "2023-11-14 22:13")]
    [InlineData(20231114, "2023-11-14")]
    [InlineData(638_355_168_000_000_000, "2023-11-14")]
    [InlineData(17, "17")]
    public void Times_are_shown_as_dates_in_any_unit_and_mere_counts_as_they_are(long time, string expected) => Assert.Equal([expected], TimeScale.Texts([time]));

    [Fact]
    public void Days_that_were_stored_are_dates_again_from_either_start()
    {
        long[] clock = [1_700_006_400, 1_699_920_000];
        var ticks = Array.ConvertAll(clock, second => DateTime.UnixEpoch.AddSeconds(second).Ticks);
        int[] Stored(long[] times) => Array.ConvertAll(TimeScale.ToDays(times), day => (int)Math.Floor(day));
        string[] expected = ["2023-11-15", "2023-11-14"];
        Assert.Equal(expected, TimeScale.Texts(TimeScale.TicksOf(Stored(clock))));
        Assert.Equal(expected, TimeScale.Texts(TimeScale.TicksOf(Stored(ticks))));
    }
}
