namespace RecTools.Training;

/// <summary>Runs every so many minutes where the scheduler counts within an hour or a day: only parts of these come at even distances.</summary>
internal static class EvenMinutes
{
    /// <summary>The hours or the minutes between runs; both 0 for one run a day.</summary>
    /// <exception cref="RecException"><c>ScheduleUneven</c>.</exception>
    public static (int Hours, int Minutes) Of(JobSchedule schedule)
    {
        var every = schedule.EveryMinutes;
        return every == 0 ? (0, 0)
            : every < 60 && 60 % every == 0 ? (0, every)
            : every % 60 == 0 && 24 % (every / 60) == 0 ? (every / 60, 0)
            : throw RecException.Configuration(
                "ScheduleUneven", $"-EveryMinutes is {every}; cron and systemd timers count anew every hour and every day, so that the distances would not be even.",
                "Give a part of an hour, such as 5, 10, 15 or 30, or hours that a day divides into, such as 120 or 360.", every);
    }
}
