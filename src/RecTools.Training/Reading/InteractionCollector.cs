using RecTools.Algorithms;
using RecTools.Data;

namespace RecTools.Training;

/// <summary>Takes rows in any order, sets aside what cannot be used, and gives <see cref="Interactions"/> in canonical order.</summary>
/// <param name="ids">Ids of users and items, perhaps shared with another source of the same run.</param>
/// <param name="policy">How rows are looked at.</param>
public sealed class InteractionCollector(IdSpace ids, LinePolicy policy = default)
{
    private const int NoUser = -1;
    private const int ManyRows = 1 << 20;
    private RowBlocks rows = new(hasTime: false);
    private OrderLines? lines;
    private ItemNames? names;
    private bool usersAreBaskets;

    /// <summary>Whether the source had a time column.</summary>
    public bool HasTime { get; private set; }

    /// <summary>Rows read, set aside and left out so far.</summary>
    public RowTally Rows { get; } = new();

    /// <summary>Rows collected so far.</summary>
    public int Count => rows.Count;

    /// <summary>Whether the source had a value column.</summary>
    public bool HasValues { get; private set; }

    /// <summary>What the values look like by the name of their column.</summary>
    public FeedbackKind Feedback { get; private set; }

    /// <summary>Bytes a collected row takes here and while it is sorted, when there are two of it.</summary>
    public int BytesPerRow => (2 * RowBlocks.BytesPerRow(HasTime)) + (lines is null ? 0 : OrderLines.BytesPerRow);

    /// <summary>Reads all rows of a source.</summary>
    /// <param name="source">The source, for messages and columns.</param>
    /// <param name="reader">Its rows.</param>
    /// <param name="untyped">Whether the rows come from a file that knows text only.</param>
    /// <param name="heartbeat">Called every few thousand rows with the rows read; may throw to stop.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public void Read(InteractionSource source, RowReader reader, bool untyped, Action<long>? heartbeat, CancellationToken cancellation)
    {
        var columns = ColumnPicker.Pick(source, reader.Columns, policy.Baskets);
        ids.Open(source, reader.Columns[columns.User], reader.Columns[columns.Item], untyped, policy);
        HasValues = columns.Value >= 0;
        Feedback = HasValues && !ColumnPicker.HoldsCounts(reader.Columns[columns.Value].Name) ? FeedbackKind.Explicit : FeedbackKind.Implicit;
        HasTime = columns.Time >= 0;
        rows = new RowBlocks(HasTime);
        usersAreBaskets = columns.UsersAreBaskets;
        lines = columns.Basket >= 0 && !usersAreBaskets ? new OrderLines(IdColumn.For(reader.Columns[columns.Basket], untyped, policy)) : null;
        names = columns.ItemName >= 0 ? new ItemNames() : null;
        Rows.Run(reader, () => Take(reader, columns), heartbeat, cancellation);
    }

    /// <summary>Sorts, merges duplicates, and empties the collector. All sources that share the ids must have been read.</summary>
    /// <param name="policy">What to do with duplicates; <see cref="DuplicatePolicy.Auto"/> must have been resolved.</param>
    /// <param name="workers">Threads and cancellation.</param>
    /// <param name="merged">Rows that merging took away.</param>
    /// <exception cref="RecException"><c>DuplicateRows</c> under the policy <see cref="DuplicatePolicy.Error"/>, <c>TimeColumnNeeded</c> under <see cref="DuplicatePolicy.Last"/> without times.</exception>
    public Interactions Seal(DuplicatePolicy policy, Workers workers, out long merged)
    {
        var (userSet, itemSet) = (ids.Users, ids.Items);
        merged = 0;
        var baskets = lines?.Seal(rows, ids, out merged);
        if (baskets is not null)
        {
            // Lines of nobody in particular say what goes together, but not who has it.
            rows.DropWithoutUser();
            if (rows.Count == 0)
            {
                return OfBaskets(baskets.Baskets);
            }
        }

        var sorted = CanonicalSort.Sort(rows, ids.UserPlaces, ids.ItemPlaces, userSet.Count, itemSet.Count, workers);
        var count = rows.Count;
        rows = new RowBlocks(HasTime);
        if (count >= ManyRows)
        {
            // As much as the rows take once more is garbage now, and while the machine has free memory it would be let lie.
            GC.Collect();
        }

        var merger = new DuplicateMerger(policy, userSet, itemSet);
        var (matrix, mergedTime) = merger.Merge(sorted);
        merged = baskets is null ? merger.MergedRows : merged;
        return new Interactions(userSet, itemSet, matrix, mergedTime, HasValues)
        {
            Baskets = baskets,
            Feedback = Feedback,
            UsersAreBaskets = usersAreBaskets,
            ItemNames = names?.Seal(ids.ItemPlaces),
        };
    }

    // Where no line names a customer, the baskets are all there is.
    private Interactions OfBaskets(BasketSet baskets)
    {
        var ones = new float[baskets.EntryCount];
        Array.Fill(ones, 1);
        var matrix = new SparseMatrix(baskets.ItemCount, baskets.Starts.ToArray(), baskets.Entries.ToArray(), ones);
        return new Interactions(lines!.Ids!, ids.Items, matrix, null, HasValues) { Feedback = FeedbackKind.Implicit, UsersAreBaskets = true, ItemNames = names?.Seal(ids.ItemPlaces) };
    }

    private string? Take(RowReader reader, ColumnPicker columns)
    {
        if (columns.Basket >= 0 && reader.Kind(columns.Basket) == CellKind.Null)
        {
            return "basket id is NULL";
        }

        var hasUser = reader.Kind(columns.User) != CellKind.Null;
        if (!hasUser && lines is null)
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

        if (policy.DropCancelled && columns.Value >= 0 && value <= 0)
        {
            Rows.LeftOut.Add(value < 0 ? "quantity is below zero (cancelled)" : "quantity is zero", () => CellValue.Describe(reader));
            return null;
        }

        // Ids come last, and that of the basket last of all: a row set aside should not leave ids without rows behind, and a basket without rows would count.
        var itemCode = ids.ItemColumn.Code(reader, columns.Item);
        if (itemCode == IdColumn.Unusable)
        {
            return "item id is of another type than its column";
        }

        var userCode = hasUser ? ids.UserColumn.Code(reader, columns.User) : NoUser;
        if (hasUser && userCode == IdColumn.Unusable)
        {
            return usersAreBaskets ? "basket id is of another type than its column" : "user id is of another type than its column";
        }

        var basketCode = lines?.Code(reader, columns.Basket);
        if (basketCode == IdColumn.Unusable)
        {
            return "basket id is of another type than its column";
        }

        rows.Add(userCode, itemCode, value, time);
        lines?.Add(basketCode!.Value);
        names?.Add(itemCode, reader, columns.ItemName);
        return null;
    }
}
