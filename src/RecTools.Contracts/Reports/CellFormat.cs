namespace RecTools;

/// <summary>How a value of a report is shown to readers.</summary>
public enum CellFormat
{
    /// <summary>As text.</summary>
    Text,

    /// <summary>As text that stands in few words, such as a setting or a hash.</summary>
    Code,

    /// <summary>A whole number: 1,234.</summary>
    Count,

    /// <summary>A quality with four digits behind the point: 0.4874.</summary>
    Score,

    /// <summary>Any number, with four digits that count: 12.34.</summary>
    Number,

    /// <summary>How many times as much, with two digits behind the point: 2.64.</summary>
    Ratio,

    /// <summary>A share, 0 to 1: 28.1 %.</summary>
    Percent,

    /// <summary>A difference with its sign: -0.0123.</summary>
    Difference,

    /// <summary>A probability of chance: 0.012, or below 0.001.</summary>
    Probability,

    /// <summary>A number of seconds or a span of time: 3.2 s, 4 min 5 s.</summary>
    Duration,

    /// <summary>A number of bytes: 12.3 MB.</summary>
    Bytes,

    /// <summary>A day.</summary>
    Day,

    /// <summary>A moment, in UTC.</summary>
    Moment,

    /// <summary>The ends of an interval of a quality: 0.4712 to 0.5031.</summary>
    Interval,
}
