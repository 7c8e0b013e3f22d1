namespace RecTools;

/// <summary>What to do with several rows of one user and item.</summary>
public enum DuplicatePolicy
{
    /// <summary><see cref="Sum"/> for counts and clicks; for ratings <see cref="Last"/> where there is a time column, else <see cref="Mean"/>.</summary>
    Auto,

    /// <summary>The latest by time; of several at one time the largest. Needs a time column.</summary>
    Last,

    /// <summary>Their sum.</summary>
    Sum,

    /// <summary>Their mean.</summary>
    Mean,

    /// <summary>The largest.</summary>
    Max,

    /// <summary>Refuse the input.</summary>
    Error,
}
