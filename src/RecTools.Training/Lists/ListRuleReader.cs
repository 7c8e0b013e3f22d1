using RecTools.Algorithms;
using RecTools.Data;

namespace RecTools.Training;

/// <summary>Reads business rules out of the database and brings them to a model's users and items.</summary>
/// <param name="request">The rules as they were asked for.</param>
/// <param name="columns">Names of the columns of the rows to learn from, which the queries may have too; null where they are not known.</param>
/// <param name="database">The database; may be null.</param>
/// <param name="budget">The memory that may be used.</param>
/// <param name="observer">Hears what was passed over.</param>
/// <param name="cancellation">Stops it.</param>
internal sealed class ListRuleReader(
    ListRequest request, InteractionSource? columns, Database? database, MemoryBudget budget, IRunObserver observer, CancellationToken cancellation)
{
    /// <summary>Whether the users are only some of those that the queries may name, so that a query which names none of them is no mistake.</summary>
    public bool OfSomeUsers { get; init; }

    /// <summary>Table with what describes the items, of which a filter may be the condition alone; null without one.</summary>
    public string? ItemTable { get; init; }

    /// <summary>Reads the rules.</summary>
    /// <param name="data">The model's users and items, and what users have.</param>
    /// <returns>The rules, without the likeness of items, which is learned where diversity is asked for.</returns>
    /// <exception cref="RecException">What <see cref="CandidateRows.Read"/> and <see cref="SeenRows.Of"/> throw, or <c>CategoryColumnNeeded</c>.</exception>
    public ListRules Read(Interactions data)
    {
        var rules = new ListRules { Seen = SeenRows.Of(request, data), Diversity = request.Diversity };
        var filter = ReadRows("-ItemFilter", FilterQuery(), hasUsers: false, data);
        var candidates = ReadRows("-CandidateQuery", request.CandidateQuery, hasUsers: true, data);
        if (filter is not null)
        {
            rules = rules with { Allowed = [.. filter.Items.Distinct().Order()], Pinned = [.. filter.Pins.SelectMany(pins => pins)] };
        }

        if (candidates is not null)
        {
            rules = rules with { AllowedOfUser = OfUsers(candidates, rules.Allowed, data), PinnedOfUser = candidates.Pins.ToDictionary(pins => pins.Key, pins => pins.ToArray()) };
            WarnWithout(rules.AllowedOfUser, data);
        }

        return request.MaxPerCategory is { } most ? rules with { MaxPerCategory = most, CategoryOf = CategoriesOf(filter, candidates, data) } : rules;
    }

    private CandidateRows? ReadRows(string parameter, string? query, bool hasUsers, Interactions data) => query is null ? null : CandidateRows.Read(
        new CandidateSource(parameter, query, hasUsers, columns?.ItemColumn, columns?.UserColumn, request.ItemCategoryColumn) { OfSomeUsers = OfSomeUsers },
        data, database, budget, observer, cancellation);

    // A condition on the table of the items is short for a SELECT of the rows that fulfil it.
    private string? FilterQuery()
    {
        if (request.ItemFilter is not { } filter || StartsSelect(filter))
        {
            return request.ItemFilter;
        }

        return ItemTable is { } table && database is not null ? $"SELECT * FROM {database.QuoteName(table)} WHERE {filter}" : throw RecException.Configuration(
            "ItemFilterUnclear", $"-ItemFilter '{filter}' is no SELECT, and there is no -ItemTable that it could be a condition on.",
            "Write the whole SELECT, such as SELECT ProductId FROM Product WHERE InStock = 1, or name the table with -ItemTable.", filter);
    }

    private static bool StartsSelect(string filter) =>
        filter.AsSpan().TrimStart().StartsWith("SELECT", StringComparison.OrdinalIgnoreCase)
        || filter.AsSpan().TrimStart().StartsWith("WITH", StringComparison.OrdinalIgnoreCase)
        || filter.AsSpan().TrimStart().StartsWith("--", StringComparison.Ordinal)
        || filter.AsSpan().TrimStart().StartsWith("/*", StringComparison.Ordinal);

    private static SparseMatrix OfUsers(CandidateRows rows, int[]? allowed, Interactions data)
    {
        var isAllowed = new bool[data.Items.Count];
        isAllowed.AsSpan().Fill(allowed is null);
        foreach (var item in allowed ?? [])
        {
            isAllowed[item] = true;
        }

        // A query joined by several ways gives pairs twice.
        var order = CountingSort.Order(rows.Items, data.Items.Count, null, out _);
        order = CountingSort.Order(rows.Users, data.Users.Count, order, out _);
        var (start, items) = (new int[data.Users.Count + 1], new List<int>(order.Length));
        var last = (User: -1, Item: -1);
        foreach (var row in order)
        {
            var pair = (User: rows.Users[row], Item: rows.Items[row]);
            if (pair != last && isAllowed[pair.Item])
            {
                items.Add(pair.Item);
                start[pair.User + 1]++;
            }

            last = pair;
        }

        for (var user = 0; user < data.Users.Count; user++)
        {
            start[user + 1] += start[user];
        }

        return new SparseMatrix(data.Items.Count, start, [.. items], new float[items.Count]);
    }

    private void WarnWithout(SparseMatrix allowed, Interactions data)
    {
        int[] without = [.. Enumerable.Range(0, allowed.RowCount).Where(user => allowed.CountOf(user) == 0)];
        if (without.Length == allowed.RowCount && !OfSomeUsers)
        {
            throw new RecException(
                "CandidatesEmpty", RecErrorKind.Data, "No user is left any item by -CandidateQuery and -ItemFilter together, so there would be nothing to recommend.",
                "Check that both name the same items; the last publication, if any, is untouched.", request.CandidateQuery ?? "");
        }

        if (without.Length > 0)
        {
            observer.Warning(
                $"-CandidateQuery{(request.ItemFilter is null ? "" : " with -ItemFilter")} leaves {without.Length:N0} of {allowed.RowCount:N0} users no item, such as user {data.Users.Text(without[0])}; they get no recommendations.");
        }
    }

    private static int[] CategoriesOf(CandidateRows? filter, CandidateRows? candidates, Interactions data)
    {
        var source = filter is { HasCategories: true } ? filter : candidates is { HasCategories: true } ? candidates : throw RecException.Configuration(
            "CategoryColumnNeeded", "-MaxPerCategory bounds the items of a category, and nothing says which category an item has.",
            "Give -ItemFilter with a second column, such as SELECT ProductId, Category FROM Product; name the column with -ItemCategoryColumn if it has another name.", "MaxPerCategory");
        var numbers = source.Categories.Values.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select((name, number) => (name, number)).ToDictionary(pair => pair.name, pair => pair.number, StringComparer.Ordinal);
        var categoryOf = new int[data.Items.Count];
        Array.Fill(categoryOf, -1);
        foreach (var (item, name) in source.Categories)
        {
            categoryOf[item] = numbers[name];
        }

        return categoryOf;
    }
}
