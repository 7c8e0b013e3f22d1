using RecTools.Data;

namespace RecTools.Benchmarks;

/// <summary>Made-up ratings in the order in which they came: users and items at random, popular items more often.</summary>
internal sealed class RatingRows(int count) : BufferedRows(Spec.Columns)
{
    private const int Users = 200_000;
    private const int Items = 30_000;
    private SeededRandom random = new(1);
    private int row;

    /// <summary>The table they fill.</summary>
    public static TableSpec Spec { get; } = new(
        [
            new("UserId", CellKind.Int64, "int"),
            new("ItemId", CellKind.Int64, "int"),
            new("Rating", CellKind.Float64, "real"),
            new("RatedAt", CellKind.Int64, "bigint"),
        ],
        []);

    public override bool Read()
    {
        var popularity = random.NextDouble();
        Set(0, 1L + random.Next(Users));
        Set(1, 1L + (long)(popularity * popularity * Items));
        Set(2, 0.5 * (1 + random.Next(10)));
        Set(3, 1_600_000_000L + row);
        return row++ < count;
    }
}
