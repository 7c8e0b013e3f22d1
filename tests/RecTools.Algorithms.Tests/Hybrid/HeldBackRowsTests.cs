using RecTools.Algorithms;

namespace RecTools.Tests;

public class HeldBackRowsTests
{
    private static readonly SparseMatrix Data = RandomInteractions.Make(50, 30, 0.3, 5);

    // So that each row is known by its day.
    private static readonly double[] Days = [.. Enumerable.Range(0, Data.EntryCount).Select(entry => entry * 0.5)];

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    public void Each_row_is_held_back_once_and_learned_from_with_its_day_in_all_other_folds(int folds)
    {
        var context = FitContext.Default with { Side = new SideData { Days = Days } };
        var all = RowsOf(Data, Days).ToDictionary(row => (row.User, row.Item));
        var heldBack = new List<(int User, int Item)>();
        foreach (var (rows, own) in HeldBackRows.Folds(Data, folds, context))
        {
            var test = RowsOf(rows.Test, null).ToArray();
            var train = RowsOf(rows.Train, own.Side.Days).ToArray();
            Assert.Equal((Data.RowCount, Data.ColumnCount), (rows.Train.RowCount, rows.Train.ColumnCount));
            Assert.InRange(test.Length, (Data.EntryCount / folds) - 1, (Data.EntryCount / folds) + 1);
            Assert.Equal(all.Values.OrderBy(row => row.Day), train.Concat(test.Select(row => all[(row.User, row.Item)])).OrderBy(row => row.Day));
            Assert.All(test, row => Assert.Equal(all[(row.User, row.Item)].Value, row.Value));
            heldBack.AddRange(test.Select(row => (row.User, row.Item)));
        }

        Assert.Equal(all.Keys.Order(), heldBack.Order());
    }

    [Fact]
    public void The_seed_alone_decides_which_rows_are_held_back()
    {
        int[] Test(long seed) => HeldBackRows.Folds(Data, 3, FitContext.Default with { Seed = seed }).First().Rows.Test.Column;
        Assert.Equal(Test(1), Test(1));
        Assert.NotEqual(Test(1), Test(2));
    }

    private static IEnumerable<(int User, int Item, float Value, double Day)> RowsOf(SparseMatrix rows, double[]? days) =>
        from user in Enumerable.Range(0, rows.RowCount)
        from entry in Enumerable.Range(rows.RowStart[user], rows.CountOf(user))
        select (user, rows.Column[entry], rows.Value[entry], days?[entry] ?? 0);
}
