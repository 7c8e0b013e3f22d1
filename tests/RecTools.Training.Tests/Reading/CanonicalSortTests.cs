using RecTools.Algorithms;
using RecTools.Training;

namespace RecTools.Tests;

public class CanonicalSortTests
{
    // Around the sizes of blocks and buckets, and shapes of which one dimension is tiny or hardly any id has two rows.
    [Theory]
    [InlineData(0, 3, 3, true)]
    [InlineData(1, 1, 1, false)]
    [InlineData(100, 1, 1, true)]
    [InlineData(1000, 7, 500_000, true)]
    [InlineData(65_536, 200, 90, false)]
    [InlineData(65_537, 40_000, 3, true)]
    [InlineData(200_000, 100_000, 100_000, false)]
    [InlineData(300_000, 5_000, 2_000, true)]
    public void Rows_come_in_the_order_that_a_plain_sort_gives_them(int count, int users, int items, bool hasTime)
    {
        var rows = Draw(count, users, items, hasTime);
        var sorted = Sort(rows, users, items, hasTime, new Workers());
        Assert.Equal(Plain(rows), RowsOf(sorted));
        Assert.Equal(rows.GroupBy(row => (row.User, row.Item)).Any(group => group.Count() > 1), sorted.HasDuplicates);
    }

    [Fact]
    public void One_user_may_have_nearly_all_rows()
    {
        var random = new SeededRandom(3);
        var rows = Draw(150_000, 900, 70_000, hasTime: true);
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i].User = random.Next(20) == 0 ? rows[i].User : 450;
        }

        Assert.Equal(Plain(rows), RowsOf(Sort(rows, 900, 70_000, hasTime: true, new Workers())));
    }

    [Fact]
    public void Arrays_are_the_same_at_any_number_of_threads()
    {
        var rows = Draw(300_000, 5_000, 2_000, hasTime: true);
        var one = Sort(rows, 5_000, 2_000, hasTime: true, new Workers(1));
        foreach (var threads in new[] { 2, 5 })
        {
            var other = Sort(rows, 5_000, 2_000, hasTime: true, new Workers(threads));
            Assert.Equal(one.RowStart, other.RowStart);
            Assert.Equal(one.Item, other.Item);
            Assert.Equal(one.Value, other.Value);
            Assert.Equal(one.Time, other.Time);
        }
    }

    [Theory]
    [InlineData(DuplicatePolicy.Last)]
    [InlineData(DuplicatePolicy.Sum)]
    [InlineData(DuplicatePolicy.Mean)]
    [InlineData(DuplicatePolicy.Max)]
    public void Duplicates_are_merged_as_a_plain_grouping_does_it_in_any_order_of_rows(DuplicatePolicy policy)
    {
        var (users, items) = (IdSet.FromNumbers([.. Enumerable.Range(0, 60).Select(id => (long)id)], null), IdSet.FromNumbers([.. Enumerable.Range(0, 50).Select(id => (long)id)], null));
        var rows = Draw(40_000, users.Count, items.Count, hasTime: true);
        (int, int, float, long)[] expected = [.. rows.GroupBy(row => (row.User, row.Item)).OrderBy(group => group.Key).Select(group =>
        {
            var ordered = group.OrderBy(row => row.Time).ThenBy(row => row.Value).ToList();
            var sum = ordered.Aggregate(0.0, (total, row) => total + row.Value);
            var value = policy switch
            {
                DuplicatePolicy.Last => ordered[^1].Value,
                DuplicatePolicy.Sum => (float)sum,
                DuplicatePolicy.Mean => (float)(sum / ordered.Count),
                _ => ordered.Max(row => row.Value),
            };
            return (group.Key.User, group.Key.Item, value, ordered[^1].Time);
        })];
        for (var order = 0; order < 3; order++)
        {
            new SeededRandom(order).Shuffle<(int, int, float, long)>(rows);
            var merger = new DuplicateMerger(policy, users, items);
            var (matrix, time) = merger.Merge(Sort(rows, users.Count, items.Count, hasTime: true, new Workers()));
            Assert.Equal(expected, RowsOf(new SortedRows(matrix.RowStart, matrix.Column, matrix.Value, time, false)));
            Assert.Equal(rows.Length - expected.Length, merger.MergedRows);
        }
    }

    [Fact]
    public void Zeros_of_either_sign_are_one_value()
    {
        var rows = new RowBlocks(hasTime: false);
        rows.Add(0, 0, -0f, 0);
        Assert.False(float.IsNegative(rows[0].Value[0]));
    }

    // Few values and times, so that rows tie in all of them.
    private static (int User, int Item, float Value, long Time)[] Draw(int count, int users, int items, bool hasTime)
    {
        var random = new SeededRandom(count, (ulong)users);
        var rows = new (int, int, float, long)[count];
        foreach (ref var row in rows.AsSpan())
        {
            var popular = random.NextDouble();
            row = (random.Next(users), (int)(popular * popular * items), random.Next(9) / 3f, hasTime ? random.Next(5) : 0);
        }

        return rows;
    }

    // The codes are the ids backwards, so that nothing is right by chance.
    private static SortedRows Sort((int User, int Item, float Value, long Time)[] rows, int users, int items, bool hasTime, Workers workers)
    {
        var blocks = new RowBlocks(hasTime);
        foreach (var (user, item, value, time) in rows)
        {
            blocks.Add(users - 1 - user, items - 1 - item, value, time);
        }

        int[] Backwards(int count) => [.. Enumerable.Range(0, count).Reverse()];
        return CanonicalSort.Sort(blocks, Backwards(users), Backwards(items), users, items, workers);
    }

    private static (int, int, float, long)[] Plain((int User, int Item, float Value, long Time)[] rows) =>
        [.. rows.OrderBy(row => row.User).ThenBy(row => row.Item).ThenBy(row => row.Time).ThenBy(row => row.Value)];

    // Rows of one user and item come in any order, so they are put in one here.
    private static (int, int, float, long)[] RowsOf(SortedRows sorted)
    {
        var rows = new List<(int User, int Item, float Value, long Time)>();
        for (var user = 0; user < sorted.RowStart.Length - 1; user++)
        {
            for (var i = sorted.RowStart[user]; i < sorted.RowStart[user + 1]; i++)
            {
                rows.Add((user, sorted.Item[i], sorted.Value[i], sorted.Time?[i] ?? 0));
            }
        }

        Assert.Equal(rows.Select(row => (row.User, row.Item)).Order(), rows.Select(row => (row.User, row.Item)));
        return Plain([.. rows]);
    }
}
