using RecTools.Algorithms;
using RecTools.Data;

namespace RecTools.Training;

/// <summary>Reads the categories of items.</summary>
/// <remarks>
/// Rows hold the item and then its categories, the nearest first: a category is what its column and its text say. Or, where a column is called Parent,
/// rows hold an item or category and the one right above it: a category is what its text says, at whatever depth.
/// </remarks>
internal sealed class HierarchyReader
{
    private static readonly string[] ParentNames = ["Parent", "ParentId", "ParentItem", "ParentCategory", "ParentName"];
    private readonly HierarchySource source;
    private readonly IdSet items;
    private readonly Dictionary<(int Level, string Text), int> categories = [];
    private readonly List<string> names = [];
    private readonly HashSet<(int Child, int Parent)> edges = [];
    private readonly List<(string Child, string Parent)> pairs = [];

    private HierarchyReader(HierarchySource source, IdSet items)
    {
        this.source = source;
        this.items = items;
    }

    /// <summary>Reads a source.</summary>
    /// <param name="source">The source.</param>
    /// <param name="items">The items; others in the source do not matter.</param>
    /// <param name="database">The database; may be null for a file.</param>
    /// <param name="observer">Hears how many items have no category.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="RecException"><c>HierarchyCycle</c>, <c>HierarchyTooDeep</c>, <c>HierarchyColumns</c>, <c>HierarchyUnknownItems</c>, <c>ColumnNotFound</c> and what sources throw.</exception>
    public static ItemCategories Read(HierarchySource source, IdSet items, Database? database, IRunObserver observer, CancellationToken cancellation)
    {
        var reading = new HierarchyReader(source, items);
        using (var rows = Open(source, database, cancellation))
        {
            reading.ReadRows(rows);
        }

        return reading.Build(observer);
    }

    private static RowReader Open(HierarchySource source, Database? database, CancellationToken cancellation) =>
        source.Table is { } table && database is not null
            ? database.Query($"SELECT * FROM {database.QuoteName(table)}", cancellation)
            : SourceOpener.Open(source.ToSource(), database, LinePolicy.Interactions, cancellation);

    private void ReadRows(RowReader rows)
    {
        var columns = ColumnsOf(rows);
        var parent = Array.FindIndex(columns, column => ParentNames.Contains(rows.Columns[column].Name.Replace("_", "", StringComparison.Ordinal), StringComparer.OrdinalIgnoreCase));
        while (rows.Read())
        {
            if (rows is IMalformedRows { IsMalformed: true } || rows.Kind(columns[0]) == CellKind.Null)
            {
                continue;
            }

            if (parent > 0)
            {
                pairs.Add((Text(rows, columns[0]), Text(rows, columns[parent])));
            }
            else
            {
                AddPath(rows, columns);
            }
        }
    }

    private int[] ColumnsOf(RowReader rows)
    {
        int[] columns = source.Columns is { } given
            ? [.. given.Select(name => Find(rows, name))]
            : [.. Enumerable.Range(0, rows.Columns.Count)];
        return columns.Length >= 2 ? columns : throw RecException.Configuration(
            "HierarchyColumns", $"The hierarchy, {source}, has only one column.", "Give the item and at least one category of it.", source.ToString());
    }

    private int Find(RowReader rows, string name)
    {
        for (var i = 0; i < rows.Columns.Count; i++)
        {
            if (rows.Columns[i].Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        throw new RecException(
            "ColumnNotFound", RecErrorKind.NotFound,
            $"The hierarchy, {source}, has no column '{name}'. Its columns are: {string.Join(", ", rows.Columns.Select(column => column.Name))}.",
            "Name its columns with -HierarchyColumn, the item first.", name);
    }

    private void AddPath(RowReader rows, int[] columns)
    {
        var child = items.Find(Text(rows, columns[0]));
        for (var level = 1; level < columns.Length && child >= 0; level++)
        {
            if (rows.Kind(columns[level]) != CellKind.Null)
            {
                var category = Category(level, Text(rows, columns[level]));
                edges.Add((child, category));
                child = category;
            }
        }
    }

    private void AddPairs()
    {
        var above = pairs.Select(pair => pair.Parent).ToHashSet(StringComparer.Ordinal);
        foreach (var (child, parent) in pairs.Where(pair => pair.Parent.Length > 0))
        {
            if (items.Find(child) is >= 0 and var item)
            {
                edges.Add((item, Category(0, parent)));
            }

            if (above.Contains(child))
            {
                edges.Add((Category(0, child), Category(0, parent)));
            }
        }
    }

    private int Category(int level, string text)
    {
        if (!categories.TryGetValue((level, text), out var category))
        {
            categories[(level, text)] = category = items.Count + names.Count;
            names.Add(text);
        }

        return category;
    }

    private ItemCategories Build(IRunObserver observer)
    {
        AddPairs();
        var parents = new List<int>[items.Count + names.Count];
        for (var node = 0; node < parents.Length; node++)
        {
            parents[node] = [];
        }

        foreach (var (child, parent) in edges.Order())
        {
            parents[child].Add(parent);
        }

        string NameOf(int node) => node < items.Count ? items.Text(node) : names[node - items.Count];
        var hierarchy = ItemHierarchy.TryMake(items.Count, parents, out var fault) ?? throw Unusable(fault, NameOf);
        var without = parents.Take(items.Count).Count(own => own.Count == 0);
        if (without == items.Count)
        {
            throw new RecException(
                "HierarchyUnknownItems", RecErrorKind.Data, $"Not one of the {items.Count:N0} items is in the hierarchy, {source}.",
                "Its first column (or -HierarchyColumn) must hold the ids of the items, written alike.", source.ToString());
        }

        if (without > 0)
        {
            observer.Warning($"{without:N0} of {items.Count:N0} items are not in the hierarchy, {source}; they are mined without categories.");
        }

        return new ItemCategories(hierarchy, [.. names]);
    }

    private RecException Unusable(IReadOnlyList<int> fault, Func<int, string> nameOf)
    {
        const int Shown = 6;
        string[] names = [.. fault.Take(Shown).Select(node => $"'{nameOf(node)}'"), .. fault.Count > Shown ? ["..."] : Array.Empty<string>()];
        var chain = string.Join(" is below ", names);
        return fault[0] == fault[^1]
            ? new RecException(
                "HierarchyCycle", RecErrorKind.Data, $"The hierarchy, {source}, has a cycle: {chain}{(fault.Count > Shown ? $" is below '{nameOf(fault[^1])}'" : "")}.",
                "Correct the rows; nothing can be above itself. Where an item is called like its category, give the columns item, category, ... with no column called Parent.",
                nameOf(fault[0]))
            : new RecException(
                "HierarchyTooDeep", RecErrorKind.Data, $"The hierarchy, {source}, has more than {ItemHierarchy.MostLevels} levels: {chain}.",
                "Give the nearest levels only; categories of a hundred levels are most often rows that are chained by mistake.", nameOf(fault[0]));
    }

    private static string Text(RowReader rows, int column) => CellValue.Plain(rows, column);
}
