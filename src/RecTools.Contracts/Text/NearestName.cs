namespace RecTools;

/// <summary>Finds the name somebody probably meant.</summary>
public static class NearestName
{
    /// <summary>The candidate nearest to a wrong name; null if none is near enough to be a likely slip.</summary>
    public static string? Best(string wrong, IEnumerable<string> candidates) => Few(wrong, candidates, 1) is [var nearest] ? nearest : null;

    /// <summary>The nearest candidates, nearest first; those that are not near at all are left out.</summary>
    public static IReadOnlyList<string> Few(string wrong, IEnumerable<string> candidates, int count = 3) =>
    [
        .. candidates
            .Select(candidate => (candidate, distance: Distance(wrong.ToUpperInvariant(), candidate.ToUpperInvariant())))
            .Where(pair => pair.distance <= Math.Max(2, wrong.Length / 2)
                || pair.candidate.StartsWith(wrong, StringComparison.OrdinalIgnoreCase))
            .OrderBy(pair => pair.distance)
            .ThenBy(pair => pair.candidate, StringComparer.Ordinal)
            .Take(count)
            .Select(pair => pair.candidate),
    ];

    /// <summary>Letters to insert, drop, change or swap with a neighbour to get from one name to the other (Damerau 1964, each place edited once).</summary>
    internal static int Distance(string a, string b)
    {
        var beforeLast = new int[b.Length + 1];
        var last = Enumerable.Range(0, b.Length + 1).ToArray();
        var current = new int[b.Length + 1];
        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                current[j] = Math.Min(Math.Min(current[j - 1], last[j]) + 1, last[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    current[j] = Math.Min(current[j], beforeLast[j - 2] + 1);
                }
            }

            (beforeLast, last, current) = (last, current, beforeLast);
        }

        return last[b.Length];
    }
}
