using RecTools.Algorithms;

namespace RecTools.Tests;

public class LeakCheckTests
{
    private static readonly SparseMatrix Train = SparseMatrix.FromEntries(3, 4, [0, 0, 1], [0, 1, 2], [1, 1, 1]);
    private static readonly SparseMatrix Test = SparseMatrix.FromEntries(3, 4, [0, 1, 1, 2], [3, 0, 1, 0], [1, 1, 1, 1]);

    [Fact]
    public void Rows_measured_on_that_come_last_are_no_leak()
    {
        Assert.Null(LeakCheck.Find(Train, [5, 9, 7], Test, [10, 8, 9, 1]));

        // At the same time is not later, and another user's rows do not matter.
        Assert.Null(LeakCheck.Find(Train, [5, 9, 7], Test, [9, 7, 7, 0]));
    }

    [Fact]
    public void A_planted_row_of_the_future_is_found()
    {
        Assert.Equal(new LeakCount(1, 1, new LeakExample(0, 3, 8, 9)), LeakCheck.Find(Train, [5, 9, 7], Test, [8, 8, 9, 1]));

        // User 1 is told twice; the example is the row that lies the furthest back.
        Assert.Equal(new LeakCount(3, 2, new LeakExample(1, 1, 2, 7)), LeakCheck.Find(Train, [5, 9, 7], Test, [8, 6, 2, 1]));
        Assert.Equal(
            new LeakCount(1, 1, new LeakExample(1, 0, long.MinValue, long.MaxValue)),
            LeakCheck.Find(Train, [5, 9, long.MaxValue], Test, [9, long.MinValue, long.MaxValue, 1]));
    }

    [Fact]
    public void Splits_leak_unless_they_go_by_time()
    {
        var rows = RandomInteractions.Make(60, 40, 0.3, 5);
        var random = new SeededRandom(6);
        var byPlace = new Dictionary<(int User, int Item), long>();
        var time = new long[rows.EntryCount];
        for (var user = 0; user < rows.RowCount; user++)
        {
            for (var i = rows.RowStart[user]; i < rows.RowStart[user + 1]; i++)
            {
                byPlace[(user, rows.Column[i])] = time[i] = random.Next(1000);
            }
        }

        long[] TimesOf(SparseMatrix part) =>
            [.. Enumerable.Range(0, part.RowCount).SelectMany(user => part.ColumnsOf(user).ToArray().Select(item => byPlace[(user, item)]))];
        foreach (var kind in new[] { SplitKind.RandomRow, SplitKind.RandomUser, SplitKind.LastOut, SplitKind.Time })
        {
            var (train, test) = Splits.Make(rows, time, kind, 0.25, 42);
            var found = LeakCheck.Find(train, TimesOf(train), test, TimesOf(test));
            if (kind is SplitKind.LastOut or SplitKind.Time)
            {
                Assert.Null(found);
                continue;
            }

            var slow = Enumerable.Range(0, test.RowCount).SelectMany(user => test.ColumnsOf(user).ToArray().Select(item => (User: user, Item: item)))
                .Where(row => train.ColumnsOf(row.User).ToArray().Any(other => byPlace[(row.User, other)] > byPlace[row])).ToList();
            Assert.Equal((slow.Count, slow.Select(row => row.User).Distinct().Count()), (found!.Rows, found.Users));
            Assert.Contains((found.Example.User, found.Example.Item), slow);
        }
    }

    [Fact]
    public void Without_times_nothing_can_be_told_and_wrong_numbers_of_them_are_refused()
    {
        Assert.Null(LeakCheck.Find(Train, null, Test, [8, 8, 9, 1]));
        Assert.Null(LeakCheck.Find(Train, [5, 9, 7], Test, null));
        Assert.Throws<ArgumentException>(() => LeakCheck.Find(Train, [5, 9], Test, [8, 8, 9, 1]));
        Assert.Throws<ArgumentException>(() => LeakCheck.Find(Train, [5, 9, 7], Test, [8]));
    }
}
