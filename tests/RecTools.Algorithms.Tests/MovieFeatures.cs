using System.Globalization;
using System.Text;
using RecTools.Algorithms;

namespace RecTools.Tests;

/// <summary>What MovieLens 100K says of its films and users, read from <c>u.item</c> and <c>u.user</c>; both are numbered from 1 without gaps.</summary>
internal static class MovieFeatures
{
    private static readonly string[] Genres =
    [
        "unknown", "Action", "Adventure", "Animation", "Children's", "Comedy", "Crime", "Documentary", "Drama", "Fantasy", "Film-Noir", "Horror", "Musical",
        "Mystery", "Romance", "Sci-Fi", "Thriller", "War", "Western",
    ];

    /// <summary>Genres, words of the title and the year.</summary>
    /// <param name="path">Path of <c>u.item</c>.</param>
    public static EntityFeatures OfFilms(string path)
    {
        var rows = Rows(path);
        return FeatureEncoder.Encode(
        [
            new TextFeature("Genre", TextFeatureKind.List, [.. rows.Select(row => string.Join('|', Genres.Where((_, genre) => row[5 + genre] == "1")))]),
            new TextFeature("Title", TextFeatureKind.Words, [.. rows.Select(row => row[1])]),
            new NumberFeature("Year", [.. rows.Select(row => row[2].Length > 4 ? double.Parse(row[2][^4..], CultureInfo.InvariantCulture) : double.NaN)]),
        ]);
    }

    /// <summary>Age, sex and occupation.</summary>
    /// <param name="path">Path of <c>u.user</c>.</param>
    public static EntityFeatures OfUsers(string path)
    {
        var rows = Rows(path);
        return FeatureEncoder.Encode(
        [
            new NumberFeature("Age", [.. rows.Select(row => double.Parse(row[1], CultureInfo.InvariantCulture))]),
            new TextFeature("Sex", TextFeatureKind.Category, [.. rows.Select(row => row[2])]),
            new TextFeature("Occupation", TextFeatureKind.Category, [.. rows.Select(row => row[3])]),
        ]);
    }

    private static string[][] Rows(string path) => [.. File.ReadLines(path, Encoding.Latin1).Where(line => line.Length > 0).Select(line => line.Split('|'))];
}
