using RecTools.Algorithms;
using RecTools.Data;

namespace RecTools.Training;

/// <summary>The rows of an item filter or candidate query, as numbers of a model's users and items.</summary>
internal sealed class CandidateRows
{
    private const long BytesPerRow = 16;
    private readonly ChunkedList<int> users = new();
    private readonly ChunkedList<int> items = new();
    private readonly Dictionary<int, string> categories = [];
    private readonly Dictionary<(int User, int Item), double> pins = [];
    private readonly HashSet<string> unknownItems = new(StringComparer.Ordinal);
    private readonly CandidateSource source;
    private readonly Interactions data;

    private CandidateRows(CandidateSource source, Interactions data) => (this.source, this.data) = (source, data);

    /// <summary>Rows read.</summary>
    public long RowsRead { get; private set; }

    /// <summary>User of each row that counts; -1 where the rows are for everybody.</summary>
    public int[] Users { get; private set; } = [];

    /// <summary>Item of each row that counts.</summary>
    public int[] Items { get; private set; } = [];

    /// <summary>Category of each item that has one.</summary>
    public IReadOnlyDictionary<int, string> Categories => categories;

    /// <summary>Whether the rows tell categories.</summary>
    public bool HasCategories { get; private set; }

    /// <summary>Reads a query.</summary>
    /// <param name="source">The query and what it must give.</param>
    /// <param name="data">The model's users and items.</param>
    /// <param name="database">Where to ask.</param>
    /// <param name="budget">The memory that may be used.</param>
    /// <param name="observer">Hears what was passed over.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="RecException"><c>ColumnNotFound</c>, <c>CandidatesEmpty</c>, <c>CandidatesUnknown</c>, <c>CategoryTwice</c>, <c>PinnedNotNumber</c> and what the query throws.</exception>
    public static CandidateRows Read(
        CandidateSource source, Interactions data, Database? database, MemoryBudget budget, IRunObserver observer, CancellationToken cancellation)
    {
        var rows = new CandidateRows(source, data);
        using (var reader = SourceOpener.Open(source.ToSource(), database, columns => Enumerable.Range(0, columns.Count), cancellation))
        {
            rows.Take(reader, CandidateColumns.Find(source, reader.Columns), budget, cancellation);
        }

        rows.Check(observer);
        return rows;
    }

    /// <summary>Items that come first, by user (-1 for everybody), the first first.</summary>
    public IEnumerable<IGrouping<int, int>> Pins =>
        pins.OrderBy(pin => pin.Value).ThenBy(pin => pin.Key.Item).GroupBy(pin => pin.Key.User, pin => pin.Key.Item);

    private void Take(RowReader reader, CandidateColumns columns, MemoryBudget budget, CancellationToken cancellation)
    {
        HasCategories = columns.Category >= 0;
        var tally = new RowTally();
        tally.Run(
            reader,
            () =>
            {
                TakeRow(reader, columns);
                return null;
            },
            count => budget.CheckRows(count, BytesPerRow),
            cancellation);
        RowsRead = tally.RowsRead;
        (Users, Items) = (users.Drain(), items.Drain());
    }

    private void TakeRow(RowReader reader, CandidateColumns columns)
    {
        if (columns.Banned >= 0 && Flag(reader, columns.Banned) != 0)
        {
            return;
        }

        var item = data.Items.Find(CellValue.Id(reader, columns.Item));
        if (item < 0)
        {
            unknownItems.Add(CellValue.Plain(reader, columns.Item));
            return;
        }

        if (columns.Category >= 0 && CellValue.Plain(reader, columns.Category) is { Length: > 0 } category && !categories.TryAdd(item, category)
            && categories[item] != category)
        {
            throw new RecException(
                "CategoryTwice", RecErrorKind.Data,
                $"Item {data.Items.Text(item)} has the categories '{categories[item]}' and '{category}' in {source.Parameter}.",
                "A bound on the items of a category needs one category for each item: choose one in the query, for instance with MIN.", data.Items.Text(item));
        }

        var user = columns.User < 0 ? -1 : data.Users.Find(CellValue.Id(reader, columns.User));
        if (columns.User >= 0 && user < 0)
        {
            return;
        }

        users.Add(user);
        items.Add(item);
        if (columns.Pinned >= 0 && Flag(reader, columns.Pinned) is var place && place != 0)
        {
            pins[(user, item)] = place;
        }
    }

    private double Flag(RowReader reader, int column)
    {
        if (reader.Kind(column) == CellKind.Null)
        {
            return 0;
        }

        return CellValue.ReadNumber(reader, column, out var number) is null ? number : throw new RecException(
            "PinnedNotNumber", RecErrorKind.Data, $"Column {reader.Columns[column].Name} of {source.Parameter} holds '{CellValue.Plain(reader, column)}'.",
            "Pinned and Banned are numbers: 0 or NULL for no; 1 for yes, and for Pinned the place in the list.", reader.Columns[column].Name);
    }

    private void Check(IRunObserver observer)
    {
        if (source is { HasUsers: true, OfSomeUsers: true } && Items.Length == 0)
        {
            return;
        }

        if (RowsRead == 0 || (Items.Length == 0 && unknownItems.Count == 0))
        {
            throw new RecException(
                "CandidatesEmpty", RecErrorKind.Data,
                $"{source.Parameter} leaves no {(source.HasUsers ? "user any item" : "item")}{(RowsRead == 0 ? "" : $" ({RowsRead:N0} rows, all banned or of users that the model does not know)")}, so there would be nothing to recommend.",
                "Check its WHERE clause; the last publication, if any, is untouched.", source.Query);
        }

        if (Items.Length == 0)
        {
            throw new RecException(
                "CandidatesUnknown", RecErrorKind.Data,
                $"The model knows none of the {unknownItems.Count:N0} items of {source.Parameter}, such as '{unknownItems.Order(StringComparer.Ordinal).First()}'; its own are such as '{data.Items.Text(0)}'.",
                "The query must give the ids that the rows to learn from have.", source.Query);
        }

        if (unknownItems.Count > 0)
        {
            observer.Verbose($"{unknownItems.Count:N0} items of {source.Parameter} are not known to the model, such as '{unknownItems.Order(StringComparer.Ordinal).First()}'; they cannot be recommended.");
        }
    }
}
