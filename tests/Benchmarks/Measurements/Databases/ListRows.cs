using RecTools.Data;

namespace RecTools.Benchmarks;

/// <summary>Made-up recommendations in the order of their key, ten a user.</summary>
internal sealed class ListRows(int count) : BufferedRows(Spec.Columns)
{
    private const int Top = 10;
    private int row;

    /// <summary>The table they fill, which is that of recommendations.</summary>
    public static TableSpec Spec { get; } = new(
        [
            new("UserId", CellKind.Int64, "int"),
            new("Rank", CellKind.Int64, "int"),
            new("ItemId", CellKind.Int64, "int"),
            new("Score", CellKind.Float64, "real"),
            new("Reason", CellKind.Text),
            new("ReasonKind", CellKind.Text),
        ],
        ["UserId", "Rank"]);

    public override bool Read()
    {
        Set(0, 1L + (row / Top));
        Set(1, 1L + (row % Top));
        Set(2, 1L + (row * 7919L % 30_000));
        Set(3, 5.0 / (1 + (row % Top)));
        Set(4, "because of 'The Return of the Pink Panther'");
        Set(5, "Own");
        return row++ < count;
    }
}
