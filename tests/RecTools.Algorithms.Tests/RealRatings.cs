using System.Globalization;
using RecTools.Algorithms;

namespace RecTools.Tests;

/// <summary>Real files of ratings: user, item, rating and perhaps the second since 1970, set apart by tabs or commas.</summary>
internal static class RealRatings
{
    private static readonly char[] Separators = ['\t', ','];

    /// <summary>Ratings of a file, users by items; ids begin with 1.</summary>
    public static SparseMatrix Read(string file, int users, int items)
    {
        var rows = RowsOf(file);
        return SparseMatrix.FromEntries(users, items, [.. rows.Select(row => (int)row[0] - 1)], [.. rows.Select(row => (int)row[1] - 1)], [.. rows.Select(row => (float)row[2])]);
    }

    /// <summary>The same with 1 for every rating.</summary>
    public static SparseMatrix ReadOnes(string file, int users, int items)
    {
        var ratings = Read(file, users, items);
        return ratings.WithValues([.. ratings.Value.Select(_ => 1f)]);
    }

    /// <summary>Times of a file's ratings in days, in the order of the matrix.</summary>
    public static double[] ReadDays(string file) => [.. RowsOf(file).OrderBy(row => row[0]).ThenBy(row => row[1]).Select(row => row[3] / 86400)];

    /// <summary>Train and test rows of a fold of MovieLens 100K, 1 to 5.</summary>
    public static TrainTest Fold(int number) => new(Read($"ml-100k/u{number}.base", 943, 1682), Read($"ml-100k/u{number}.test", 943, 1682));

    /// <summary>MovieLens 100K, 75 % of the rows of each item to train on.</summary>
    public static TrainTest Stratified() =>
        new(Read("ml-100k/stratified75.train.csv", 943, 1682), Read("ml-100k/stratified75.test.csv", 943, 1682));

    /// <summary>MovieLens 1M, 80 % of the rows to train on, every rating taken as 1.</summary>
    public static TrainTest MillionOnes() =>
        new(ReadOnes("ml-1m/random80.train.csv.gz", 6040, 3952), ReadOnes("ml-1m/random80.test.csv.gz", 6040, 3952));

    /// <summary>What describes the films of MovieLens 100K.</summary>
    public static EntityFeatures Films() => MovieFeatures.OfFilms(RealData.PathOf("ml-100k/u.item"));

    /// <summary>What describes the users of MovieLens 100K.</summary>
    public static EntityFeatures Users() => MovieFeatures.OfUsers(RealData.PathOf("ml-100k/u.user"));

    /// <summary>A figure of a model at k = 10.</summary>
    public static double Measure(IRecommender model, TrainTest data, string metric) =>
        Evaluator.Evaluate(model, data.Train, data.Test, 10, new EvaluationOptions { Resamples = 0 }, new Workers(), 1).Single(m => m.Name == metric).Value;

    private static List<double[]> RowsOf(string file) =>
    [
        .. RealData.Lines(file).Where(line => line.Length > 0 && char.IsAsciiDigit(line[0]))
            .Select(line => Array.ConvertAll(line.Split(Separators), field => double.Parse(field, CultureInfo.InvariantCulture))),
    ];
}
