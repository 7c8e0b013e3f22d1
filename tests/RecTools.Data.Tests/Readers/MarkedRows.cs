using RecTools.Data;

namespace RecTools.Tests;

/// <summary>Rows of a publication that all bear the number of their run, as many as that number says.</summary>
internal sealed class MarkedRows(long runId) : BufferedRows(Spec.Columns)
{
    private const int Fewest = 2000;
    private long left = CountOf(runId);

    /// <summary>The table they fill.</summary>
    public static TableSpec Spec { get; } = new(
        [new("UserId", CellKind.Int64, "int"), new("Rank", CellKind.Int64, "int"), new("RunId", CellKind.Int64, "bigint"), new("Reason", CellKind.Text)], ["UserId", "Rank"]);

    /// <summary>How many rows the publication of a run has.</summary>
    public static long CountOf(long runId) => Fewest + (7 * runId);

    public override bool Read()
    {
        Set(0, CountOf(runId) - left);
        Set(1, 1L);
        Set(2, runId);
        Set(3, "because of the others");
        return left-- > 0;
    }
}
