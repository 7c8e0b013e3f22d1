using RecTools.Data;

namespace RecTools.Training;

/// <summary>Goes over the rows of a source and counts: those read, those set aside because they cannot be used, those left out because an option says so.</summary>
public sealed class RowTally
{
    private const int RowsBetweenChecks = 1 << 14;

    /// <summary>Rows read so far.</summary>
    public long RowsRead { get; private set; }

    /// <summary>Rows set aside so far.</summary>
    public RejectionTally Rejected { get; } = new();

    /// <summary>Rows left out so far.</summary>
    public RejectionTally LeftOut { get; } = new();

    /// <summary>Takes all rows.</summary>
    /// <param name="reader">The rows.</param>
    /// <param name="take">Takes the current row; gives the reason why it is set aside, null where it is not.</param>
    /// <param name="heartbeat">Called every few thousand rows with the rows read; may throw to stop.</param>
    /// <param name="cancellation">Stops it.</param>
    public void Run(RowReader reader, Func<string?> take, Action<long>? heartbeat, CancellationToken cancellation)
    {
        var malformed = reader as IMalformedRows;
        long rows = 0;
        while (reader.Read())
        {
            if ((++rows & (RowsBetweenChecks - 1)) == 0)
            {
                cancellation.ThrowIfCancellationRequested();
                heartbeat?.Invoke(rows);
            }

            if (malformed?.IsMalformed == true)
            {
                Rejected.Add("line does not have the columns of the file", malformed.Describe);
            }
            else if (take() is { } reason)
            {
                Rejected.Add(reason, () => CellValue.Describe(reader));
            }
        }

        RowsRead += rows;
        cancellation.ThrowIfCancellationRequested();
    }

    /// <summary>Throws where there is nothing to work with, or more was set aside than is allowed; says what was.</summary>
    /// <param name="source">The source, for messages.</param>
    /// <param name="taken">Rows that can be used.</param>
    /// <param name="maxRejected">Rows that may be set aside: a count when 1 or more, a share of the rows read when below 1.</param>
    /// <param name="allLeftOut">What to do where every row was left out.</param>
    /// <param name="observer">Hears what was set aside.</param>
    /// <exception cref="RecException"><c>SourceEmpty</c>, <c>AllLeftOut</c> or <c>TooManyRejected</c>.</exception>
    public void Check(InteractionSource source, int taken, double maxRejected, string allLeftOut, IRunObserver observer)
    {
        if (RowsRead == 0)
        {
            throw new RecException(
                "SourceEmpty", RecErrorKind.Data, $"{Capital(source)} has no rows.",
                "Check the table, the WHERE clause or the file; the last publication, if any, is untouched.", source.ToString());
        }

        if (taken == 0 && LeftOut.Count > 0)
        {
            throw new RecException("AllLeftOut", RecErrorKind.Data, $"No row of {source} is left: {LeftOut}.", allLeftOut, source.ToString());
        }

        var allowed = maxRejected < 1 ? maxRejected * RowsRead : maxRejected;
        if (taken == 0 || Rejected.Count > allowed)
        {
            throw new RecException(
                "TooManyRejected", RecErrorKind.Data, $"{Rejected.Count:N0} of {RowsRead:N0} rows of {source} cannot be used: {Rejected}.",
                taken == 0
                    ? "Correct the source, or convert the column in -Query (a decimal comma for instance with REPLACE)."
                    : "Correct the source, or allow more with -MaxRejected.",
                source.ToString());
        }

        if (LeftOut.Count > 0)
        {
            observer.Verbose($"{LeftOut.Count:N0} of {RowsRead:N0} rows of {source} were left out: {LeftOut}.");
        }

        if (Rejected.Count > 0)
        {
            observer.Warning($"{Rejected.Count:N0} of {RowsRead:N0} rows of {source} were set aside: {Rejected}.");
        }
    }

    private static string Capital(InteractionSource source) => char.ToUpperInvariant(source.ToString()[0]) + source.ToString()[1..];
}
