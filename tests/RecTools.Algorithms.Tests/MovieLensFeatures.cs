using System.Globalization;
using RecTools.Algorithms;

namespace RecTools.Tests;

/// <summary>What MovieLens 100K says of its films and of its users, each fact as a feature that is 1 or absent.</summary>
internal static class MovieLensFeatures
{
    private const int Genres = 19;
    private const int FirstGenre = 5;

    // Years that a period of release ends before; most films are of the last few years.
    private static readonly int[] Periods = [1950, 1960, 1970, 1980, 1990, 1993, 1995, 1996, 1997, 1998];

    /// <summary>Genres and period of release.</summary>
    /// <param name="lines">Lines of u.item, by id.</param>
    public static EntityFeatures OfItems(IEnumerable<string> lines) => Build(lines.Select(line => line.Split('|')).Select(FactsOfItem));

    /// <summary>Decade of age, sex and occupation.</summary>
    /// <param name="lines">Lines of u.user, by id.</param>
    public static EntityFeatures OfUsers(IEnumerable<string> lines) => Build(lines.Select(line => line.Split('|')).Select(FactsOfUser));

    private static IEnumerable<FeatureName> FactsOfItem(string[] fields)
    {
        for (var genre = 0; genre < Genres; genre++)
        {
            if (fields[FirstGenre + genre] == "1")
            {
                yield return new FeatureName("Genre", genre.ToString(CultureInfo.InvariantCulture));
            }
        }

        if (fields[2].Length > 0)
        {
            var year = int.Parse(fields[2][^4..], CultureInfo.InvariantCulture);
            yield return new FeatureName("Period", Periods.Count(end => year >= end).ToString(CultureInfo.InvariantCulture));
        }
    }

    private static IEnumerable<FeatureName> FactsOfUser(string[] fields) =>
    [
        new("Age", Math.Min(6, int.Parse(fields[1], CultureInfo.InvariantCulture) / 10).ToString(CultureInfo.InvariantCulture)),
        new("Sex", fields[2]),
        new("Occupation", fields[3]),
    ];

    private static EntityFeatures Build(IEnumerable<IEnumerable<FeatureName>> facts)
    {
        var numbers = new Dictionary<FeatureName, int>();
        var (rows, columns, row) = (new List<int>(), new List<int>(), 0);
        foreach (var own in facts)
        {
            foreach (var fact in own)
            {
                numbers.TryAdd(fact, numbers.Count);
                rows.Add(row);
                columns.Add(numbers[fact]);
            }

            row++;
        }

        var ones = Enumerable.Repeat(1f, rows.Count).ToArray();
        return new EntityFeatures(SparseMatrix.FromEntries(row, numbers.Count, [.. rows], [.. columns], ones), [.. numbers.Keys]);
    }
}
