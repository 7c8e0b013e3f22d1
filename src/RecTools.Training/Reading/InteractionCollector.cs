using RecTools.Algorithms;
using RecTools.Data;

namespace RecTools.Training;

/// <summary>Takes rows in any order, sets aside what cannot be used, and gives <see cref="Interactions"/> in canonical order.</summary>
/// <param name="ids">Ids of users and items, perhaps shared with another source of the same run.</param>
public sealed class InteractionCollector(IdSpace ids)
{
    private const int RowsBetweenChecks = 1 << 14;
    private readonly ChunkedList<int> users = new();
    private readonly ChunkedList<int> items = new();
    private readonly ChunkedList<float> values = new();
    private readonly ChunkedList<long> times = new();

    /// <summary>Whether the source had a time column.</summary>
    public bool HasTime { get; private set; }

    /// <summary>Rows read so far.</summary>
    public long RowsRead { get; private set; }

    /// <summary>Rows set aside so far.</summary>
    public RejectionTally Rejected { get; } = new();

    /// <summary>Rows collected so far.</summary>
    public int Count => users.Count;

    /// <summary>Whether the source had a value column.</summary>
    public bool HasValues { get; private set; }

    /// <summary>Bytes a collected row takes here and while it is sorted.</summary>
    public static int BytesPerRow => 48;

    /// <summary>Reads all rows of a source.</summary>
    /// <param name="source">The source, for messages and columns.</param>
    /// <param name="reader">Its rows.</param>
    /// <param name="untyped">Whether the rows come from a file that knows text only.</param>
    /// <param name="heartbeat">Called every few thousand rows with the rows read; may throw to stop.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public void Read(InteractionSource source, RowReader reader, bool untyped, Action<long>? heartbeat, CancellationToken cancellation)
    {
        var columns = ColumnPicker.Pick(source, reader.Columns);
        ids.Open(source, reader.Columns[columns.User], reader.Columns[columns.Item], untyped);
        HasValues = columns.Value >= 0;
        HasTime = columns.Time >= 0;
        var malformed = reader as IMalformedRows;
        long rows = 0;
        while (reader.Read())
        {
            if ((++rows & (RowsBetweenChecks - 1)) == 0)
            {
                cancellation.ThrowIfCancellationRequested();
                heartbeat?.Invoke(rows);
            }

            if (Take(reader, columns, malformed) is { } reason)
            {
                Rejected.Add(reason, () => malformed?.IsMalformed == true ? malformed.Describe() : CellValue.Describe(reader));
            }
        }

        RowsRead += rows;
        cancellation.ThrowIfCancellationRequested();
    }

    /// <summary>Sorts, merges duplicates, and empties the collector. All sources that share the ids must have been read.</summary>
    /// <param name="policy">What to do with duplicates; <see cref="DuplicatePolicy.Auto"/> must have been resolved.</param>
    /// <param name="merged">Rows that merging took away.</param>
    /// <exception cref="RecException"><c>DuplicateRows</c> under the policy <see cref="DuplicatePolicy.Error"/>, <c>TimeColumnNeeded</c> under <see cref="DuplicatePolicy.Last"/> without times.</exception>
    public Interactions Seal(DuplicatePolicy policy, out long merged)
    {
        var (user, item) = ids.Renumber(users.Drain(), items.Drain());
        var merger = new DuplicateMerger(policy, ids.Users, ids.Items);
        var (matrix, time) = merger.Merge(user, item, values.Drain(), HasTime ? times.Drain() : null);
        merged = merger.MergedRows;
        return new Interactions(ids.Users, ids.Items, matrix, time, HasValues);
    }

    private string? Take(RowReader reader, ColumnPicker columns, IMalformedRows? malformed)
    {
        if (malformed?.IsMalformed == true)
        {
            return "line does not have the columns of the file";
        }

        if (reader.Kind(columns.User) == CellKind.Null)
        {
            return "user id is NULL";
        }

        if (reader.Kind(columns.Item) == CellKind.Null)
        {
            return "item id is NULL";
        }

        var value = 1f;
        long time = 0;
        if (columns.Value >= 0 && CellValue.ReadValue(reader, columns.Value, out value) is { } valueReason)
        {
            return valueReason;
        }

        if (columns.Time >= 0 && CellValue.ReadTime(reader, columns.Time, out time) is { } timeReason)
        {
            return timeReason;
        }

        // Ids come last: a row set aside should not leave ids without rows behind.
        var userCode = ids.UserColumn.Code(reader, columns.User);
        if (userCode == IdColumn.Unusable)
        {
            return "user id is of another type than its column";
        }

        var itemCode = ids.ItemColumn.Code(reader, columns.Item);
        if (itemCode == IdColumn.Unusable)
        {
            return "item id is of another type than its column";
        }

        users.Add(userCode);
        items.Add(itemCode);
        values.Add(value);
        if (HasTime)
        {
            times.Add(time);
        }

        return null;
    }
}
