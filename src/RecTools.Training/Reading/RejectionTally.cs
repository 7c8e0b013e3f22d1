namespace RecTools.Training;

/// <summary>Counts the rows set aside by reason, with the first example of each.</summary>
public sealed class RejectionTally
{
    private readonly SortedDictionary<string, (long Count, string Example)> reasons = new(StringComparer.Ordinal);

    /// <summary>Rows set aside.</summary>
    public long Count { get; private set; }

    /// <summary>Counts a row.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="example">Makes the example's text; called once a reason.</param>
    public void Add(string reason, Func<string> example) => Add(reason, 1, example);

    /// <summary>Counts rows.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="count">How many.</param>
    /// <param name="example">Makes the example's text; called once a reason.</param>
    public void Add(string reason, long count, Func<string> example)
    {
        Count += count;
        reasons[reason] = reasons.TryGetValue(reason, out var seen) ? (seen.Count + count, seen.Example) : (count, example());
    }

    /// <summary>The counts, largest first.</summary>
    public RejectedRows[] ToArray() =>
        [.. reasons.Select(pair => new RejectedRows(pair.Key, pair.Value.Count, pair.Value.Example)).OrderByDescending(row => row.Count)];

    /// <summary>The counts in a few words.</summary>
    public string Brief => string.Join("; ", ToArray().Select(row => $"{row.Count:N0} x {row.Reason}"));

    /// <summary>One line for a message, with examples.</summary>
    public override string ToString() => string.Join("; ", ToArray().Select(row => $"{row.Count:N0} x {row.Reason} (such as {row.Example})"));
}
