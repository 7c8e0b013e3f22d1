using RecTools.Algorithms;

namespace RecTools.Tests;

/// <summary>Every row is held back once, evenly over folds and users.</summary>
public class ValidationFoldsTests
{
    private static readonly SparseMatrix Rows = RandomInteractions.Make(80, 50, 0.12, 5);

    [Fact]
    public void Every_row_is_held_back_in_one_fold_and_learned_from_in_the_others()
    {
        var folds = new ValidationFolds(Rows, 4, 42);
        var held = new int[Rows.RowCount];
        for (var fold = 0; fold < 4; fold++)
        {
            var rows = folds.Of(fold);
            Assert.Equal(Rows.EntryCount, rows.Train.EntryCount + rows.Test.EntryCount);
            for (var user = 0; user < Rows.RowCount; user++)
            {
                held[user] += rows.Test.CountOf(user);
                Assert.InRange(rows.Test.CountOf(user), (Rows.CountOf(user) / 4) - (Rows.CountOf(user) == 1 ? 1 : 0), (Rows.CountOf(user) + 3) / 4);
                Assert.True(rows.Train.CountOf(user) > 0 || Rows.CountOf(user) == 0);
            }
        }

        Assert.All(Enumerable.Range(0, Rows.RowCount), user => Assert.Equal(Rows.CountOf(user) == 1 ? 0 : Rows.CountOf(user), held[user]));
    }

    [Fact]
    public void The_seed_decides()
    {
        Assert.Equal(new ValidationFolds(Rows, 5, 1).Of(2).Test.Column, new ValidationFolds(Rows, 5, 1).Of(2).Test.Column);
        Assert.NotEqual(new ValidationFolds(Rows, 5, 1).Of(2).Test.Column, new ValidationFolds(Rows, 5, 2).Of(2).Test.Column);
    }

    [Fact]
    public void Folds_are_of_one_size()
    {
        var folds = new ValidationFolds(Rows, 5, 3);
        var counts = Enumerable.Range(0, 5).Select(fold => folds.Of(fold).Test.EntryCount).ToArray();
        Assert.InRange(counts.Max() - counts.Min(), 0, Rows.EntryCount / 10);
    }
}
