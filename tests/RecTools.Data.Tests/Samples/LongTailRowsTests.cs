using RecTools.Data;

namespace RecTools.Tests;

public class LongTailRowsTests
{
    private static readonly LongTailOptions Options = new() { Users = 5_000, Items = 1_000, Rows = 200_000 };

    [Fact]
    public void There_are_as_many_rows_as_asked_for_and_nobody_has_an_item_twice()
    {
        var rows = ReadAll(Options);
        Assert.Equal(Options.Rows, rows.Count);
        Assert.Equal(rows.Count, rows.Select(row => (row.User, row.Item)).Distinct().Count());
        Assert.Equal(Enumerable.Range(1, Options.Users).Select(user => (long)user), rows.Select(row => row.User).Distinct().Order());
        Assert.All(rows, row => Assert.InRange(row.Item, 1, Options.Items));
        Assert.All(rows, row => Assert.Contains(row.Rating, Enumerable.Range(1, 10).Select(stars => stars / 2.0)));
        Assert.Equal(rows.Select(row => row.Time).Order(), rows.Select(row => row.Time));
    }

    [Fact]
    public void The_same_seed_gives_the_same_rows_and_another_one_others()
    {
        Assert.Equal(ReadAll(Options), ReadAll(Options));
        Assert.NotEqual(ReadAll(Options), ReadAll(Options with { Seed = 7 }));
    }

    [Fact]
    public void Few_items_and_users_have_most_rows()
    {
        var rows = ReadAll(Options);
        Assert.InRange(ShareOfTop(rows.Select(row => row.Item), Options.Items), 0.3, 0.8);
        Assert.InRange(ShareOfTop(rows.Select(row => row.User), Options.Users), 0.2, 0.5);
    }

    [Fact]
    public void Users_who_share_an_item_share_others_more_often_than_chance_has_it()
    {
        // What two users have in common of the items with even numbers tells what they have in common of the others, if there are tastes.
        var options = Options with { Users = 600, Rows = 60_000, ActivityDeviation = 0.2 };
        Assert.InRange(Overlap(ReadAll(options with { TasteDeviation = 0 })), -0.1, 0.1);
        Assert.InRange(Overlap(ReadAll(options)), 0.15, 1);
    }

    [Theory]
    [InlineData(4_999)]
    [InlineData((5_000 * 250) + 1)]
    public void More_or_fewer_rows_than_users_can_have_are_refused(long rows) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new LongTailRows(Options with { Rows = rows }));

    [Fact]
    public void A_number_is_drawn_as_often_as_its_chance_says()
    {
        double[] chances = [1, 0, 5, 3, 1];
        var table = new AliasTable(chances);
        var random = new SeededRandom(5);
        var counts = new int[chances.Length];
        for (var i = 0; i < 100_000; i++)
        {
            counts[table.Draw(ref random)]++;
        }

        Assert.Equal(0, counts[1]);
        Assert.All(chances.Zip(counts), pair => Assert.InRange(pair.Second, (pair.First * 10_000) - 600, (pair.First * 10_000) + 600));
    }

    private static List<(long User, long Item, double Rating, long Time)> ReadAll(LongTailOptions options)
    {
        using var reader = new LongTailRows(options);
        var rows = new List<(long, long, double, long)>();
        while (reader.Read())
        {
            rows.Add((reader.GetInt64(0), reader.GetInt64(1), reader.GetDouble(2), reader.GetInt64(3)));
        }

        return rows;
    }

    // Rows that the most frequent tenth of ids has.
    private static double ShareOfTop(IEnumerable<long> ids, int count)
    {
        var counts = ids.CountBy(id => id).Select(pair => pair.Value).OrderDescending().ToList();
        return (double)counts.Take(count / 10).Sum() / counts.Sum();
    }

    // Correlation, over pairs of users, of how many even and how many odd items they have in common, by the sizes of both.
    private static double Overlap(List<(long User, long Item, double Rating, long Time)> rows)
    {
        var halves = rows.GroupBy(row => row.User).Take(120)
            .Select(group => (First: group.Where(row => row.Item % 2 == 0).Select(row => row.Item).ToHashSet(), Second: group.Where(row => row.Item % 2 == 1).Select(row => row.Item).ToHashSet())).ToList();
        var (x, y) = (new List<double>(), new List<double>());
        for (var a = 0; a < halves.Count; a++)
        {
            for (var b = 0; b < a; b++)
            {
                x.Add(halves[a].First.Count(halves[b].First.Contains) / Math.Sqrt((double)halves[a].First.Count * halves[b].First.Count));
                y.Add(halves[a].Second.Count(halves[b].Second.Contains) / Math.Sqrt((double)halves[a].Second.Count * halves[b].Second.Count));
            }
        }

        return MathNet.Numerics.Statistics.Correlation.Pearson(x, y);
    }
}
