using RecTools.Data;

namespace RecTools.Training;

/// <summary>Finds columns of a source by name.</summary>
internal static class ColumnFinder
{
    /// <summary>Finds a column by the name given, or else by the usual names.</summary>
    /// <param name="source">The source, for messages.</param>
    /// <param name="columns">Its columns.</param>
    /// <param name="given">The name given; null to try the usual ones.</param>
    /// <param name="usual">Names such a column usually has.</param>
    /// <param name="role">What it holds, for messages.</param>
    /// <param name="parameter">Parameter that names it.</param>
    /// <param name="required">Whether it is an error if there is none.</param>
    /// <returns>Its place; -1 if there is none.</returns>
    /// <exception cref="RecException"><c>ColumnNotFound</c>, listing the columns there are.</exception>
    public static int Find(
        InteractionSource source, IReadOnlyList<ColumnSpec> columns, string? given, string[] usual, string role, string parameter, bool required)
    {
        if (given is not null)
        {
            var place = IndexOf(columns, name => name.Equals(given, StringComparison.OrdinalIgnoreCase));
            return place >= 0 ? place : throw NotFound(source, columns, $"{source} has no column '{given}'", parameter, given);
        }

        foreach (var name in usual)
        {
            // CustomerID, customer_id and Customer Id are one name.
            var place = IndexOf(columns, column => Plain(column).Equals(name, StringComparison.OrdinalIgnoreCase));
            if (place >= 0)
            {
                return place;
            }
        }

        return required ? throw NotFound(source, columns, $"{source} has no column that looks like the {role}", parameter, null) : -1;
    }

    /// <summary>A name that was given for other rows, where these columns have it too; null where they do not, so that the usual names are tried.</summary>
    public static string? IfThere(IReadOnlyList<ColumnSpec> columns, string? name) =>
        name is not null && IndexOf(columns, column => column.Equals(name, StringComparison.OrdinalIgnoreCase)) >= 0 ? name : null;

    private static string Plain(string name) => name.Replace("_", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);

    private static int IndexOf(IReadOnlyList<ColumnSpec> columns, Func<string, bool> fits)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            if (fits(columns[i].Name))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The error that a column is missing.</summary>
    public static RecException NotFound(
        InteractionSource source, IReadOnlyList<ColumnSpec> columns, string problem, string parameter, string? given)
    {
        var names = columns.Select(column => column.Name).ToArray();
        var nearest = given is null ? null : NearestName.Best(given, names);
        return new RecException(
            "ColumnNotFound",
            RecErrorKind.NotFound,
            $"{char.ToUpperInvariant(problem[0])}{problem[1..]}. Its columns are: {string.Join(", ", names)}.",
            $"Name the column with {parameter}." + (nearest is null ? "" : $" Did you mean '{nearest}'?"),
            given ?? source.ToString());
    }
}
