using RecTools.Data;

namespace RecTools.Training;

/// <summary>Which columns of a table with one row a customer are looked at.</summary>
/// <param name="Customer">Place of the customer's column.</param>
/// <param name="Numbers">Places of the numeric columns.</param>
/// <param name="Categories">Places of the columns whose values are names.</param>
internal sealed record CustomerColumns(int Customer, int[] Numbers, int[] Categories)
{
    /// <summary>All columns that are needed.</summary>
    public IEnumerable<int> Needed => [Customer, .. Numbers, .. Categories];

    /// <summary>Finds the columns.</summary>
    /// <param name="source">The source.</param>
    /// <param name="request">Which features are asked for.</param>
    /// <param name="columns">Columns of the source.</param>
    /// <param name="isNumeric">Whether a column holds numbers; asked where columns are not named.</param>
    /// <exception cref="RecException"><c>ColumnNotFound</c>, <c>ColumnTwice</c> or <c>FeaturesMissing</c>.</exception>
    public static CustomerColumns Pick(InteractionSource source, FeatureRequest request, IReadOnlyList<ColumnSpec> columns, Func<int, bool> isNumeric)
    {
        var customer = ColumnFinder.Find(source, columns, source.UserColumn, UsualNames.Customer, "customer", "-CustomerColumn", required: true);
        int[] categories = [.. request.CategoricalColumns.SelectMany(pattern => Fitting(source, columns, pattern, "-CategoricalFeature", _ => true)).Distinct()];
        bool MayBeFeature(int place) => place != customer && !categories.Contains(place) && isNumeric(place);
        int[] numbers = request.Columns is { } patterns
            ? [.. patterns.SelectMany(pattern => Fitting(source, columns, pattern, "-Feature", MayBeFeature)).Distinct()]
            : [.. Enumerable.Range(0, columns.Count).Where(MayBeFeature)];
        if (numbers.Concat(categories).Contains(customer) || numbers.Intersect(categories).Any())
        {
            var twice = columns[numbers.Contains(customer) || categories.Contains(customer) ? customer : numbers.Intersect(categories).First()].Name;
            throw RecException.Configuration(
                "ColumnTwice", $"Column {twice} of {source} is asked for in two roles.",
                "A column is the customer's (-CustomerColumn), a number (-Feature) or a name (-CategoricalFeature).", twice);
        }

        return numbers.Length + categories.Length > 0 ? new CustomerColumns(customer, numbers, categories) : throw RecException.Configuration(
            "FeaturesMissing", $"{source} has no numeric columns beside {columns[customer].Name}, so nothing describes the customers.",
            "Name columns with -Feature or -CategoricalFeature, or compute features from lines of orders with -OrderFeature.", source.ToString());
    }

    // A plain name is taken as it is, whatever its type; a pattern takes what it fits among the columns that can be meant.
    private static int[] Fitting(
        InteractionSource source, IReadOnlyList<ColumnSpec> columns, string pattern, string parameter, Func<int, bool> mayBeMeant)
    {
        if (!pattern.AsSpan().ContainsAny('*', '?'))
        {
            return [ColumnFinder.Find(source, columns, pattern, [], "feature", parameter, required: true)];
        }

        int[] found = [.. Enumerable.Range(0, columns.Count).Where(place => mayBeMeant(place) && Wildcard.Matches(pattern, columns[place].Name))];
        return found.Length > 0 ? found : throw ColumnFinder.NotFound(source, columns, $"{source} has no such column that fits '{pattern}'", parameter, pattern);
    }
}
