using System.Globalization;

namespace RecTools.Training;

/// <summary>Tells by their size what unit numbers of time are in, for algorithms that ask how long ago something was.</summary>
internal static class TimeScale
{
    private const int FirstDateKey = 1900_01_01;
    private const int LastDateKey = 2199_12_31;

    // The year 1973; numbers below are no clock's.
    private const long FirstSecond = 100_000_000;
    private const int FarthestDay = 200_000;

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

    /// <summary>Times as dates; null for those that are none, such as a mere count.</summary>
    /// <param name="times">As in <see cref="ToDays"/>.</param>
    public static DateTime?[] ToDates(long[] times)
    {
        var largest = times.Length == 0 ? 0 : times.Max();
        var areKeys = times.All(IsDateKey);
        if (!areKeys && largest < FirstSecond)
        {
            return new DateTime?[times.Length];
        }

        // Days count from the year 1 where times are ticks or keys, and from 1970 where they are a clock's.
        var start = areKeys || largest is >= 10_000_000_000_000_000 and < 1_000_000_000_000_000_000 ? DateTime.MinValue : DateTime.UnixEpoch;
        return Array.ConvertAll(ToDays(times), days => After(start, days));
    }

    /// <summary>Times as people read them: to the minute where they have one, or the number where they are no dates.</summary>
    /// <param name="times">As in <see cref="ToDays"/>.</param>
    public static string[] Texts(long[] times)
    {
        var dates = ToDates(times);
        var format = dates.All(date => date?.TimeOfDay == TimeSpan.Zero) ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm";
        return [.. times.Zip(dates, (time, date) => date?.ToString(format, CultureInfo.InvariantCulture) ?? time.ToString(CultureInfo.InvariantCulture))];
    }

    /// <summary>Days counted from either start that <see cref="ToDays"/> knows, as ticks.</summary>
    /// <param name="days">The days.</param>
    public static long[] TicksOf(int[] days)
    {
        // The year 1970 is 719,000 days after the first of all, and 200,000 days after 1970 is far away.
        var start = days.Length > 0 && days.Max() > FarthestDay ? 0 : DateTime.UnixEpoch.Ticks;
        return Array.ConvertAll(days, day => start + (day * TimeSpan.TicksPerDay));
    }

    private static DateTime? After(DateTime start, double days) =>
        days >= 0 && days < (DateTime.MaxValue - start).TotalDays ? start.AddSeconds(Math.Round(days * 86400)) : null;

    /// <summary>Whether a number is a day written as year, month and day, such as 20240131.</summary>
    public static bool IsDateKey(long time) =>
        time is >= FirstDateKey and <= LastDateKey
        && time / 100 % 100 is >= 1 and <= 12
        && time % 100 >= 1
        && time % 100 <= DateTime.DaysInMonth((int)(time / 10000), (int)(time / 100 % 100));

    /// <summary>The day of such a number.</summary>
    public static DateOnly DateOf(long key) => new((int)(key / 10000), (int)(key / 100 % 100), (int)(key % 100));
}
