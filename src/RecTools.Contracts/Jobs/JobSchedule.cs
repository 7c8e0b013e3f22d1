namespace RecTools;

/// <summary>When a job runs, in the local time of the computer that it runs on.</summary>
public sealed record JobSchedule
{
    /// <summary>Time of the day; with <see cref="EveryMinutes"/> that of the first run of a day.</summary>
    public TimeOnly At { get; init; }

    /// <summary>Days of the week; empty for every day.</summary>
    public IReadOnlyList<DayOfWeek> Days { get; init; } = [];

    /// <summary>Minutes from one run to the next, all day; 0 for one run a day.</summary>
    public int EveryMinutes { get; init; }

    /// <summary>The schedule in plain words, such as <c>Sunday, Wednesday at 03:00</c>.</summary>
    public override string ToString()
    {
        var days = Days.Count == 0 ? "daily" : string.Join(", ", Days);
        return EveryMinutes > 0 ? $"{days} every {EveryMinutes} minutes from {At:HH\\:mm}" : $"{days} at {At:HH\\:mm}";
    }
}
