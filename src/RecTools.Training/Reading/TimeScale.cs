namespace RecTools.Training;

/// <summary>Tells by their size what unit numbers of time are in, for algorithms that ask how long ago something was.</summary>
internal static class TimeScale
{
    private const int FirstDateKey = 1900_01_01;
    private const int LastDateKey = 2199_12_31;

    /// <summary>Times in days, from a start of their own.</summary>
    /// <param name="times">
    /// UTC ticks; seconds, milliseconds, microseconds or nanoseconds since 1970; or keys such as 20240131. All are in one unit, told by the largest.
    /// </param>
    public static double[] ToDays(long[] times)
    {
        var largest = times.Length == 0 ? 0 : times.Max();
        if (largest is >= FirstDateKey and <= LastDateKey && times.All(IsDateKey))
        {
            return Array.ConvertAll(times, time => DateOf(time).ToDateTime(TimeOnly.MinValue).Ticks / (double)TimeSpan.TicksPerDay);
        }

        var unitsOfDay = largest switch
        {
            >= 1_000_000_000_000_000_000 => 86400e9,
            >= 10_000_000_000_000_000 => TimeSpan.TicksPerDay,
            >= 100_000_000_000_000 => 86400e6,
            >= 100_000_000_000 => 86400e3,
            _ => 86400.0,
        };
        return Array.ConvertAll(times, time => time / unitsOfDay);
    }

    /// <summary>Whether a number is a day written as year, month and day, such as 20240131.</summary>
    public static bool IsDateKey(long time) =>
        time is >= FirstDateKey and <= LastDateKey
        && time / 100 % 100 is >= 1 and <= 12
        && time % 100 >= 1
        && time % 100 <= DateTime.DaysInMonth((int)(time / 10000), (int)(time / 100 % 100));

    /// <summary>The day of such a number.</summary>
    public static DateOnly DateOf(long key) => new((int)(key / 10000), (int)(key / 100 % 100), (int)(key % 100));
}
