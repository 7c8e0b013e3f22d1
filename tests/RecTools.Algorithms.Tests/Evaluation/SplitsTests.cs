using RecTools.Algorithms;

namespace RecTools.Tests;

public class SplitsTests
{
    private static readonly SparseMatrix Ratings = RandomInteractions.Make(80, 60, 0.3, 5);
    private static readonly long[] Times = RandomTimes(Ratings.EntryCount);

    [Theory]
    [InlineData(SplitKind.None)]
    [InlineData(SplitKind.RandomRow)]
    [InlineData(SplitKind.RandomUser)]
    [InlineData(SplitKind.LastOut)]
    [InlineData(SplitKind.Time)]
    [InlineData(SplitKind.ColdItem)]
    public void Both_parts_together_are_the_whole_and_keep_its_shape(SplitKind kind)
    {
        var split = Splits.Make(Ratings, Times, kind, 0.25, 42);
        Assert.Equal((80, 60), (split.Train.RowCount, split.Train.ColumnCount));
        Assert.Equal((80, 60), (split.Test.RowCount, split.Test.ColumnCount));
        Assert.Equal(Entries(Ratings), Entries(split.Train).Concat(Entries(split.Test)).Order());
        Assert.Empty(Entries(split.Train).Intersect(Entries(split.Test)));
    }

    [Theory]
    [InlineData(SplitKind.RandomRow)]
    [InlineData(SplitKind.RandomUser)]
    [InlineData(SplitKind.ColdItem)]
    public void Random_splits_follow_the_seed_and_nothing_else(SplitKind kind)
    {
        var first = Splits.Make(Ratings, null, kind, 0.25, 42);
        Assert.Equal(Entries(first.Test), Entries(Splits.Make(Ratings, Times, kind, 0.25, 42).Test));
        Assert.NotEqual(Entries(first.Test), Entries(Splits.Make(Ratings, null, kind, 0.25, 43).Test));
    }

    [Theory]
    [InlineData(0.2)]
    [InlineData(0.5)]
    [InlineData(0.999)]
    public void Shares_are_rounded_to_the_nearest_row(double holdout)
    {
        var byRow = Splits.Make(Ratings, null, SplitKind.RandomRow, holdout, 1);
        Assert.Equal((int)Math.Round(Ratings.EntryCount * holdout, MidpointRounding.AwayFromZero), byRow.Test.EntryCount);
        Assert.Equal(byRow.Test.EntryCount, Splits.Make(Ratings, Times, SplitKind.Time, holdout, 1).Test.EntryCount);
        var byUser = Splits.Make(Ratings, null, SplitKind.RandomUser, holdout, 1);
        for (var user = 0; user < Ratings.RowCount; user++)
        {
            var rounded = (int)Math.Round(Ratings.CountOf(user) * holdout, MidpointRounding.AwayFromZero);
            Assert.Equal(Math.Max(0, Math.Min(rounded, Ratings.CountOf(user) - 1)), byUser.Test.CountOf(user));
        }
    }

    [Fact]
    public void Cold_items_have_all_their_rows_in_the_test_part()
    {
        var split = Splits.Make(Ratings, null, SplitKind.ColdItem, 0.25, 42);
        var (train, test) = (split.Train.CountColumns(), split.Test.CountColumns());
        Assert.Equal(15, test.Count(rows => rows > 0));
        Assert.DoesNotContain(true, train.Zip(test, (left, aside) => left > 0 && aside > 0));
    }

    [Fact]
    public void A_user_with_a_single_row_keeps_it()
    {
        var single = SparseMatrix.FromEntries(2, 3, [0, 1, 1], [2, 0, 1], [1, 1, 1]);
        Assert.Equal(1, Splits.Make(single, null, SplitKind.RandomUser, 0.9, 1).Train.CountOf(0));
        Assert.Equal(1, Splits.Make(single, [1, 2, 3], SplitKind.LastOut, 0.9, 1).Train.CountOf(0));
    }

    [Fact]
    public void Every_row_of_a_user_is_set_aside_about_equally_often()
    {
        var row = SparseMatrix.FromEntries(1, 10, new int[10], [.. Enumerable.Range(0, 10)], new float[10]);
        var drawn = new int[10];
        for (var seed = 0; seed < 5000; seed++)
        {
            foreach (var item in Splits.Make(row, null, SplitKind.RandomUser, 0.2, seed).Test.ColumnsOf(0))
            {
                drawn[item]++;
            }
        }

        // 1,000 expected with a standard deviation of 28.
        Assert.All(drawn, count => Assert.InRange(count, 870, 1130));
    }

    [Fact]
    public void Last_out_takes_the_latest_row_of_each_user_and_of_ties_the_larger_item()
    {
        var ratings = SparseMatrix.FromEntries(3, 4, [0, 0, 0, 1, 1, 2], [0, 1, 3, 0, 2, 1], [1, 2, 3, 4, 5, 6]);
        var split = Splits.Make(ratings, [30, 10, 20, 7, 7, 99], SplitKind.LastOut, 0, 1);
        Assert.Equal([(0, 0, 1f), (1, 2, 5f)], Entries(split.Test));
    }

    [Fact]
    public void Time_takes_the_latest_share_and_of_ties_the_larger_user_and_item()
    {
        var ratings = SparseMatrix.FromEntries(3, 4, [0, 0, 0, 1, 1, 2], [0, 1, 3, 0, 2, 1], [1, 2, 3, 4, 5, 6]);
        var split = Splits.Make(ratings, [50, 10, 40, 40, 40, 9], SplitKind.Time, 0.5, 1);
        Assert.Equal([(0, 0, 1f), (1, 0, 4f), (1, 2, 5f)], Entries(split.Test));
    }

    [Theory]
    [InlineData(SplitKind.LastOut)]
    [InlineData(SplitKind.Time)]
    public void A_split_by_time_without_times_says_so(SplitKind kind)
    {
        var error = Assert.Throws<RecException>(() => Splits.Make(Ratings, null, kind, 0.2, 1));
        Assert.Equal("TimeColumnNeeded", error.ErrorId);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-0.5)]
    [InlineData(double.NaN)]
    public void A_share_that_is_none_is_refused(double holdout)
    {
        var error = Assert.Throws<RecException>(() => Splits.Make(Ratings, null, SplitKind.RandomRow, holdout, 1));
        Assert.Equal(("HoldoutOutOfRange", RecErrorKind.Configuration), (error.ErrorId, error.Kind));
    }

    [Fact]
    public void Random_splits_never_change_from_one_version_to_the_next()
    {
        var row = SparseMatrix.FromEntries(1, 20, new int[20], [.. Enumerable.Range(0, 20)], new float[20]);
        Assert.Equal([4, 11, 14, 16], Splits.Make(row, null, SplitKind.RandomRow, 0.2, 42).Test.Column);
        Assert.Equal([0, 10, 15, 18], Splits.Make(row, null, SplitKind.RandomUser, 0.2, 7).Test.Column);
    }

    [Fact]
    public void Empty_data_split_into_nothing_and_nothing()
    {
        var empty = new SparseMatrix(3, [0, 0], [], []);
        foreach (var kind in new[] { SplitKind.RandomRow, SplitKind.RandomUser, SplitKind.LastOut, SplitKind.Time })
        {
            var split = Splits.Make(empty, [], kind, 0.2, 1);
            Assert.Equal((0, 0), (split.Train.EntryCount, split.Test.EntryCount));
        }
    }

    private static List<(int User, int Item, float Value)> Entries(SparseMatrix matrix)
    {
        var entries = new List<(int, int, float)>();
        for (var user = 0; user < matrix.RowCount; user++)
        {
            for (var i = 0; i < matrix.CountOf(user); i++)
            {
                entries.Add((user, matrix.ColumnsOf(user)[i], matrix.ValuesOf(user)[i]));
            }
        }

        return entries;
    }

    private static long[] RandomTimes(int count)
    {
        var random = new SeededRandom(6);
        var times = new long[count];
        for (var i = 0; i < count; i++)
        {
            times[i] = random.Next(100);
        }

        return times;
    }
}
