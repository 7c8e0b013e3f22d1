using RecTools.Algorithms;

namespace RecTools.Benchmarks;

/// <summary>Ratings to fit on and to measure on, with users and items numbered over both.</summary>
internal static class RatingData
{
    /// <summary>Reads two files.</summary>
    /// <param name="train">File of the rows to fit on.</param>
    /// <param name="test">File of the rows to measure on.</param>
    /// <param name="asOnes">Whether every rating counts as 1.</param>
    /// <exception cref="MissingDataException">A file is not here.</exception>
    public static TrainTest Read(string train, string test, bool asOnes = false)
    {
        var trainRows = RatingFile.Read(train);
        var testRows = RatingFile.Read(test);
        var users = NumbersOf(trainRows.Concat(testRows).Select(row => row.User));
        var items = NumbersOf(trainRows.Concat(testRows).Select(row => row.Item));
        return new TrainTest(Build(trainRows, users, items, asOnes), Build(testRows, users, items, asOnes));
    }

    /// <summary>Reads one file.</summary>
    /// <exception cref="MissingDataException">The file is not here.</exception>
    public static SparseMatrix Read(string file, bool asOnes = false)
    {
        var rows = RatingFile.Read(file);
        return Build(rows, NumbersOf(rows.Select(row => row.User)), NumbersOf(rows.Select(row => row.Item)), asOnes);
    }

    private static Dictionary<int, int> NumbersOf(IEnumerable<int> ids) =>
        ids.Distinct().Order().Select((id, number) => (id, number)).ToDictionary(pair => pair.id, pair => pair.number);

    private static SparseMatrix Build(
        List<(int User, int Item, float Rating)> rows, Dictionary<int, int> users, Dictionary<int, int> items, bool asOnes) =>
        SparseMatrix.FromEntries(
            users.Count,
            items.Count,
            [.. rows.Select(row => users[row.User])],
            [.. rows.Select(row => items[row.Item])],
            [.. rows.Select(row => asOnes ? 1 : row.Rating)]);
}
