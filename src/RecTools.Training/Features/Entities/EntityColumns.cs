using RecTools.Data;

namespace RecTools.Training;

/// <summary>How a column of a feature table is looked at.</summary>
internal enum EntityColumnKind
{
    /// <summary>Numbers as numbers; texts as they look when all have been read.</summary>
    Auto,

    /// <summary>Numbers.</summary>
    Number,

    /// <summary>Each value is one category.</summary>
    Category,

    /// <summary>Each value lists categories.</summary>
    List,

    /// <summary>Free text.</summary>
    Words,
}

/// <summary>Which columns of a feature table are looked at, and how.</summary>
/// <param name="Id">Place of the id.</param>
/// <param name="Name">Place of the name; -1 for none.</param>
/// <param name="Features">Places of the features, with how they are looked at.</param>
internal sealed record EntityColumns(int Id, int Name, IReadOnlyList<(int Place, EntityColumnKind Kind)> Features)
{
    /// <summary>All columns that are needed.</summary>
    public IEnumerable<int> Needed => Features.Select(feature => feature.Place).Append(Id).Append(Name).Where(place => place >= 0).Distinct();

    /// <summary>Finds the columns.</summary>
    /// <param name="source">The source.</param>
    /// <param name="kind">What is described.</param>
    /// <param name="columns">Columns of the source.</param>
    /// <exception cref="RecException"><c>ColumnNotFound</c>, <c>FeatureKindUnknown</c> or <c>FeaturesMissing</c>.</exception>
    public static EntityColumns Find(FeatureSource source, EntityKind kind, IReadOnlyList<ColumnSpec> columns)
    {
        var rows = source.ToSource();

        // The name given is that of the rows to learn from; the feature table may call it otherwise.
        var given = ColumnFinder.IfThere(columns, source.IdColumn);
        var id = ColumnFinder.Find(rows, columns, given, kind.UsualIds, $"{kind.Name}'s id", kind.IdColumnParameter, required: true);
        var names = ReferenceEquals(kind, EntityKind.Item)
            ? ColumnFinder.Find(rows, columns, source.NameColumn, UsualNames.NameOfItem, "item's name", "-ItemNameColumn", required: false)
            : -1;
        (int Place, EntityColumnKind Kind)[] features = source.Features is { } patterns
            ? [.. patterns.SelectMany(pattern => Fitting(rows, kind, columns, pattern, id)).DistinctBy(feature => feature.Place)]
            : [.. Enumerable.Range(0, columns.Count).Where(place => place != id && columns[place].Kind != CellKind.Blob).Select(place => (place, EntityColumnKind.Auto))];
        return features.Length > 0 ? new EntityColumns(id, names == id ? -1 : names, features) : throw RecException.Configuration(
            "FeaturesMissing", $"{source} has no column beside {columns[id].Name}, so nothing describes the {kind.Name}s.", "Name a source with features.", source.ToString());
    }

    private static (int Place, EntityColumnKind Kind)[] Fitting(
        InteractionSource source, EntityKind kind, IReadOnlyList<ColumnSpec> columns, string pattern, int id)
    {
        var (name, look) = (pattern, EntityColumnKind.Auto);
        if (pattern.LastIndexOf(':') is > 0 and var colon && !columns.Any(column => column.Name.Equals(pattern, StringComparison.OrdinalIgnoreCase)))
        {
            name = pattern[..colon].Trim();
            if (!Enum.TryParse(pattern[(colon + 1)..].Trim(), ignoreCase: true, out look))
            {
                throw RecException.Configuration(
                    "FeatureKindUnknown", $"{kind.Parameter}Feature '{pattern}' does not say how to look at the column.",
                    $"Write one of {string.Join(", ", Enum.GetNames<EntityColumnKind>())} behind the colon, or the name of the column alone.", pattern);
            }
        }

        if (!name.AsSpan().ContainsAny('*', '?'))
        {
            return [(ColumnFinder.Find(source, columns, name, [], "feature", $"{kind.Parameter}Feature", required: true), look)];
        }

        (int, EntityColumnKind)[] found = [.. Enumerable.Range(0, columns.Count).Where(place => place != id && Wildcard.Matches(name, columns[place].Name)).Select(place => (place, look))];
        return found.Length > 0 ? found : throw ColumnFinder.NotFound(source, columns, $"{source} has no column that fits '{name}'", $"{kind.Parameter}Feature", name);
    }
}
