using RecTools.Algorithms;
using RecTools.Data;

namespace RecTools.Training;

/// <summary>What a feature table says of items, or of users, with their ids still as numbers that were given out as they came.</summary>
/// <param name="source">The source.</param>
/// <param name="kind">What is described.</param>
internal sealed class EntityTable(FeatureSource source, EntityKind kind)
{
    private const long BytesPerCell = 40;
    private readonly ChunkedList<int> codes = new();
    private EntityColumn[] columns = [];
    private ItemNames? names;

    /// <summary>Rows read and set aside.</summary>
    public RowTally Rows { get; } = new();

    /// <summary>Reads the source.</summary>
    /// <param name="ids">Gives numbers to ids; those that it does not know yet get new ones.</param>
    /// <param name="maxRejected">Rows that may be set aside: a count when 1 or more, a share of the rows read when below 1.</param>
    /// <param name="database">The database; may be null for a file.</param>
    /// <param name="budget">The memory that may be used.</param>
    /// <param name="observer">Hears what was set aside.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="RecException">What finding columns and reading throw.</exception>
    public void Read(IdColumn ids, double maxRejected, Database? database, MemoryBudget budget, IRunObserver observer, CancellationToken cancellation)
    {
        var rows = source.ToSource();
        var numeric = rows.IsUntyped ? FindNumeric(rows, cancellation) : null;
        using var reader = SourceOpener.Open(rows, database, all => EntityColumns.Find(source, kind, all).Needed, cancellation);
        var found = EntityColumns.Find(source, kind, reader.Columns);
        columns =
        [
            .. found.Features.Select(feature => new EntityColumn(
                reader.Columns[feature.Place].Name, feature.Kind, numeric?[feature.Place] ?? reader.Columns[feature.Place].Kind is CellKind.Int64 or CellKind.Float64 or CellKind.Time)),
        ];
        names = found.Name < 0 ? null : new ItemNames();
        Rows.Run(reader, () => Take(reader, found, ids), count => budget.CheckRows(count, BytesPerCell * (columns.Length + 1)), cancellation);
        Rows.Check(rows, codes.Count, maxRejected, "", observer);
    }

    /// <summary>Brings what was read into the order of the ids.</summary>
    /// <param name="ids">The ids.</param>
    /// <param name="place">Place of each number that was given out.</param>
    /// <param name="isNeeded">Whether an id is one of the rows to learn from.</param>
    /// <param name="observer">Hears of which ids nothing is known.</param>
    /// <returns>The features, and the names where the table has them.</returns>
    /// <exception cref="RecException"><c>ItemFeaturesTwice</c>, <c>ItemFeaturesUnknown</c>, <c>ItemFeaturesConstant</c>, or the same of users.</exception>
    public (EntityFeatures Features, string?[]? Names) Seal(IdSet ids, int[] place, Func<int, bool> isNeeded, IRunObserver observer)
    {
        var rowOf = new int[ids.Count];
        Array.Fill(rowOf, -1);
        var same = new List<(string Name, Func<int, int, bool> Equal)>();
        var arrange = new List<Func<int[], RawFeature>>();
        foreach (var column in columns)
        {
            same.Add((column.Name, column.Drain(out var own)));
            arrange.Add(own);
        }

        var read = codes.Drain();
        for (var row = 0; row < read.Length; row++)
        {
            var id = place[read[row]];
            if (rowOf[id] >= 0 && same.Find(column => !column.Equal(rowOf[id], row)) is { Name: { } differing })
            {
                throw Error(
                    $"{Whose}FeaturesTwice", $"The {kind.Name} '{ids.Text(id)}' has several rows in {source} that differ in {differing}.",
                    $"One row must stand for {(kind.Name == "item" ? "an item" : "a user")}: GROUP BY in {kind.Parameter}Query, or leave the column out with {kind.Parameter}Feature.", ids[id]);
            }

            // Of equal rows any one will do, but not one by the order they came in.
            rowOf[id] = row;
        }

        Tell(ids, rowOf, isNeeded, observer);
        var features = FeatureEncoder.Encode([.. arrange.Select(column => column(rowOf))]);
        string[] constant = [.. same.Select(column => column.Name).Except(features.Names.Select(name => name.Column), StringComparer.Ordinal)];
        if (features.Names.Length > 0 && constant.Length > 0)
        {
            observer.Warning($"Nothing in {source} likens or tells {kind.Name}s apart by {string.Join(", ", constant)}: left out.");
        }

        return features.Names.Length > 0 ? (features, names?.Seal(place)) : throw Error(
            $"{Whose}FeaturesConstant", $"All {kind.Name}s are equal in every column of {source}, so that nothing tells them apart.", "Choose columns in which they differ.", source.ToString());
    }

    private void Tell(IdSet ids, int[] rowOf, Func<int, bool> isNeeded, IRunObserver observer)
    {
        int[] needed = [.. Enumerable.Range(0, ids.Count).Where(isNeeded)];
        int[] without = [.. needed.Where(id => rowOf[id] < 0)];
        if (without.Length == needed.Length)
        {
            throw Error(
                $"{Whose}FeaturesUnknown", $"Not one of the {needed.Length:N0} {kind.Name}s of the rows to learn from is in {source}, such as '{ids.Text(needed[0])}'.",
                $"Both must have the same ids; name the column with {kind.IdColumnParameter}.", source.ToString());
        }

        if (without.Length > 0)
        {
            observer.Warning($"{without.Length:N0} of {needed.Length:N0} {kind.Name}s are not in {source}, such as '{ids.Text(without[0])}'; nothing describes them.");
        }

        if (rowOf.Count(row => row >= 0) - (needed.Length - without.Length) is > 0 and var fresh)
        {
            observer.Verbose($"{source} describes {fresh:N0} {kind.Name}s that the rows to learn from do not have.");
        }
    }

    private string? Take(RowReader reader, EntityColumns found, IdColumn ids)
    {
        if (reader.Kind(found.Id) == CellKind.Null)
        {
            return $"{kind.Name} id is NULL";
        }

        // Checked before anything is kept: what a row set aside has left behind would shift all that follows.
        for (var i = 0; i < columns.Length; i++)
        {
            if (columns[i].Problem(reader, found.Features[i].Place) is { } problem)
            {
                return problem;
            }
        }

        var code = ids.CodeOfAny(reader, found.Id);
        if (code == IdColumn.Unusable)
        {
            return $"{kind.Name} id is of another type than in the rows to learn from";
        }

        for (var i = 0; i < columns.Length; i++)
        {
            columns[i].Take(reader, found.Features[i].Place);
        }

        codes.Add(code);
        names?.Add(code, reader, found.Name);
        return null;
    }

    private static bool[] FindNumeric(InteractionSource rows, CancellationToken cancellation)
    {
        using var reader = SourceOpener.Open(rows, null, _ => [], cancellation);
        return NumericColumns.Find(reader);
    }

    private string Whose => kind.Parameter[1..];

    private static RecException Error(string errorId, string message, string action, object target) => new(errorId, RecErrorKind.Data, message, action, target);
}
