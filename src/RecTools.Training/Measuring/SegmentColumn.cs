using System.Globalization;
using RecTools.Algorithms;
using RecTools.Data;

namespace RecTools.Training;

/// <summary>Reads a column that tells users apart, such as a city or a year of birth.</summary>
internal sealed class SegmentColumn
{
    private const int MostNames = 20;
    private const int MostSingleNumbers = 12;
    private const int NumberRanges = 4;
    private const string NoValue = "(none)";
    private const string Rare = "(others)";
    private readonly string?[] texts;
    private readonly double[] numbers;
    private readonly int[] known;

    private SegmentColumn(int users)
    {
        texts = new string?[users];
        numbers = new double[users];
        known = new int[users];
    }

    /// <summary>Reads the column.</summary>
    /// <param name="source">Rows with the user and the column.</param>
    /// <param name="column">Its name.</param>
    /// <param name="users">The users; rows of others do not matter.</param>
    /// <param name="database">The database; may be null for a file.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>
    /// A group for each value, in their order: numbers of more than 12 values in four ranges that hold about as many users each, texts of more than 20 values
    /// in the 20 of most users and the others; users without a value are a group too.
    /// </returns>
    /// <exception cref="RecException"><c>SegmentAmbiguous</c>, <c>SegmentUsersUnknown</c>, and what finding columns and reading throw.</exception>
    public static UserGroups Read(InteractionSource source, string column, IdSet users, Database? database, CancellationToken cancellation)
    {
        (int User, int Value) Find(IReadOnlyList<ColumnSpec> columns) => (
            ColumnFinder.Find(source, columns, ColumnFinder.IfThere(columns, source.UserColumn), UsualNames.Customer, "user", "-UserColumn", required: true),
            ColumnFinder.Find(source, columns, column, [], "segment", "-SegmentColumn", required: true));
        var found = new SegmentColumn(users.Count);
        using var reader = SourceOpener.Open(source, database, columns => [Find(columns).User, Find(columns).Value], cancellation);
        var places = Find(reader.Columns);
        new RowTally().Run(reader, () => found.Take(reader, places.User, places.Value, users, source, column), null, cancellation);
        return Array.TrueForAll(found.known, count => count == 0) ? throw new RecException(
            "SegmentUsersUnknown", RecErrorKind.Data, $"Not one of the {users.Count:N0} users is in {source}.",
            "Both must have the same ids; name the column with -UserColumn.", source.ToString()) : found.Group();
    }

    private string? Take(RowReader reader, int userPlace, int valuePlace, IdSet users, InteractionSource source, string column)
    {
        var user = users.Find(CellValue.Id(reader, userPlace));
        if (user < 0 || reader.Kind(valuePlace) == CellKind.Null)
        {
            return null;
        }

        var text = CellValue.Plain(reader, valuePlace).Trim();
        if (known[user]++ > 0 && texts[user] != text)
        {
            throw new RecException(
                "SegmentAmbiguous", RecErrorKind.Data, $"User '{users.Text(user)}' has several values of {column} in {source}, such as '{texts[user]}' and '{text}'.",
                "Each user must have one: name a table with one row for each user with -UserTable, or GROUP BY in -UserQuery.", column);
        }

        texts[user] = text;
        numbers[user] = CellValue.ReadNumber(reader, valuePlace, out var number) is null ? number : double.NaN;
        return null;
    }

    private UserGroups Group()
    {
        int[] with = [.. Enumerable.Range(0, texts.Length).Where(user => known[user] > 0)];
        var distinct = with.Select(user => texts[user]!).Distinct(StringComparer.Ordinal).ToArray();
        var (names, groupOf) = !Array.Exists(with, user => double.IsNaN(numbers[user])) && distinct.Length > MostSingleNumbers
            ? Ranges(with)
            : Names(with, distinct.Length);
        if (with.Length == texts.Length)
        {
            return new UserGroups(groupOf, names);
        }

        return new UserGroups([.. groupOf.Select((group, user) => known[user] > 0 ? group : names.Length)], [.. names, NoValue]);
    }

    private (string[] Names, int[] GroupOf) Names(int[] with, int distinct)
    {
        var counts = with.CountBy(user => texts[user]!, StringComparer.Ordinal).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal);
        var isNumber = !Array.Exists(with, user => double.IsNaN(numbers[user]));
        var kept = counts.Take(distinct > MostNames ? MostNames : distinct).Select(pair => pair.Key).ToArray();
        string[] names = [.. isNumber ? kept.OrderBy(text => double.Parse(text, CultureInfo.InvariantCulture)) : kept.Order(StringComparer.Ordinal)];
        var place = names.Select((name, group) => (name, group)).ToDictionary(pair => pair.name, pair => pair.group, StringComparer.Ordinal);
        return ([.. names, .. distinct > MostNames ? [Rare] : Array.Empty<string>()], Array.ConvertAll(texts, text => place.GetValueOrDefault(text ?? "", names.Length)));
    }

    private (string[] Names, int[] GroupOf) Ranges(int[] with)
    {
        var sorted = with.Select(user => numbers[user]).Order().ToArray();

        // Equal values stay together, so that a range may begin later than where a quarter of the users does.
        double[] starts = [.. Enumerable.Range(0, NumberRanges).Select(range => sorted[sorted.Length * range / NumberRanges]).Distinct()];
        int RangeOf(double value) => Array.FindLastIndex(starts, start => start <= value);
        var groupOf = Array.ConvertAll(numbers, RangeOf);
        string[] names = [.. starts.Select((start, range) => string.Create(CultureInfo.InvariantCulture, $"{start} to {sorted.Last(value => RangeOf(value) == range)}"))];
        return (names, groupOf);
    }
}
