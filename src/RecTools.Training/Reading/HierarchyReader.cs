using RecTools.Algorithms;
using RecTools.Data;

namespace RecTools.Training;

/// <summary>Reads the categories of items.</summary>
/// <remarks>
/// Rows hold the item and then its categories, the nearest first: a category is what its column, its text and those above it say, so that there may be
/// an <c>Other</c> below several categories. Or, where a column is called Parent, rows hold an item or category and the one right above it: a category
/// is what its text says, at whatever depth.
/// </remarks>
internal sealed class HierarchyReader
{
    private static readonly string[] ParentNames = ["Parent", "ParentId", "ParentItem", "ParentCategory", "ParentName"];
    private readonly HierarchySource source;
    private readonly Interactions data;
    private readonly CategoryNodes categories;
    private readonly HashSet<(int Node, int Category)> edges = [];
    private readonly List<(int Item, int Child, int Parent)> pairs = [];
    private string[] levels = [];

    private HierarchyReader(HierarchySource source, Interactions data, TextEquality equality)
    {
        this.source = source;
        this.data = data;
        categories = new CategoryNodes(equality);
    }

    /// <summary>Reads a source.</summary>
    /// <param name="source">The source.</param>
    /// <param name="data">The items; others in the source do not matter.</param>
    /// <param name="database">The database; may be null for a file.</param>
    /// <param name="observer">Hears how many items have no category.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="RecException"><c>HierarchyCycle</c>, <c>HierarchyTooDeep</c>, <c>HierarchyColumns</c>, <c>HierarchyUnknownItems</c>, <c>ColumnNotFound</c> and what sources throw.</exception>
    public static ItemCategories Read(HierarchySource source, Interactions data, Database? database, IRunObserver observer, CancellationToken cancellation)
    {
        using var rows = Open(source, database, cancellation);
        var columns = ColumnsOf(source, rows);
        var equality = database?.IgnoresTrailingBlanks == true
            ? TextEquality.OfCollation(TextEquality.CollationOf(rows.Columns[columns[1]].Declared) ?? database.Collation)
            : default;
        var reading = new HierarchyReader(source, data, equality);
        reading.ReadRows(rows, columns);
        return reading.Build(observer);
    }

    private static RowReader Open(HierarchySource source, Database? database, CancellationToken cancellation) =>
        source.Table is { } table && database is not null
            ? database.Query($"SELECT * FROM {database.QuoteName(table)}", cancellation)
            : SourceOpener.Open(source.ToSource(), database, LinePolicy.Interactions, cancellation);

    private static int[] ColumnsOf(HierarchySource source, RowReader rows)
    {
        int[] columns = source.Columns is { } given
            ? [.. given.Select(name => Find(source, rows, name))]
            : [.. Enumerable.Range(0, rows.Columns.Count)];
        return columns.Length >= 2 ? columns : throw RecException.Configuration(
            "HierarchyColumns", $"The hierarchy, {source}, has only one column.", "Give the item and at least one category of it.", source.ToString());
    }

    private static int Find(HierarchySource source, RowReader rows, string name)
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

    private void ReadRows(RowReader rows, int[] columns)
    {
        var parent = Array.FindIndex(columns, column => ParentNames.Contains(rows.Columns[column].Name.Replace("_", "", StringComparison.Ordinal), StringComparer.OrdinalIgnoreCase));
        levels = parent > 0 ? ["category"] : [.. columns.Select(column => rows.Columns[column].Name)];
        while (rows.Read())
        {
            if (rows is IMalformedRows { IsMalformed: true } || rows.Kind(columns[0]) == CellKind.Null)
            {
                continue;
            }

            if (parent > 0)
            {
                AddPair(CellValue.Plain(rows, columns[0]), CellValue.Plain(rows, columns[parent]));
            }
            else
            {
                AddPath(rows, columns);
            }
        }

        JoinPairs();
    }

    // From the top down, since a category is known by what is above it.
    private void AddPath(RowReader rows, int[] columns)
    {
        var item = data.Items.Find(CellValue.Plain(rows, columns[0]));
        var above = CategoryNodes.None;
        for (var level = columns.Length - 1; level >= 1 && item >= 0; level--)
        {
            if (rows.Kind(columns[level]) != CellKind.Null)
            {
                var category = categories.Add(level, categories.TextCode(CellValue.Plain(rows, columns[level])), above);
                Join(data.Items.Count + category, above);
                above = category;
            }
        }

        Join(item, above);
    }

    private void AddPair(string child, string parent)
    {
        if (parent.Length > 0)
        {
            pairs.Add((data.Items.Find(child), categories.TextCode(child), categories.TextCode(parent)));
        }
    }

    // What is never above anything is no category, but an item that perhaps nobody bought.
    private void JoinPairs()
    {
        int Category(int text) => categories.Add(0, text, CategoryNodes.None);

        var above = pairs.Select(pair => pair.Parent).ToHashSet();
        foreach (var (item, child, parent) in pairs)
        {
            Join(item, Category(parent));
            if (above.Contains(child))
            {
                Join(data.Items.Count + Category(child), Category(parent));
            }
        }
    }

    private void Join(int node, int category)
    {
        if (node >= 0 && category != CategoryNodes.None)
        {
            edges.Add((node, category));
        }
    }

    private ItemCategories Build(IRunObserver observer)
    {
        var items = data.Items;
        var place = categories.Places();
        List<int>[] parents = [.. Enumerable.Range(0, items.Count + categories.Count).Select(_ => new List<int>())];
        foreach (var (node, category) in edges)
        {
            parents[node < items.Count ? node : items.Count + place[node - items.Count]].Add(items.Count + place[category]);
        }

        foreach (var own in parents)
        {
            own.Sort();
        }

        var names = categories.Names(levels, [.. Enumerable.Range(0, items.Count).Select(data.TextOf)]);
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

        return new ItemCategories(hierarchy, names);
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
}
