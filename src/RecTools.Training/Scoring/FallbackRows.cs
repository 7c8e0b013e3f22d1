using RecTools.Algorithms;
using RecTools.Data;

namespace RecTools.Training;

/// <summary>What somebody gets of whom nothing is known, as rows: for users who came after the model was published.</summary>
/// <param name="fallback">The list; null for no rows, where those that readers see are carried over.</param>
/// <param name="data">Ids of the items.</param>
/// <param name="hash">Takes in every row.</param>
internal sealed class FallbackRows(Fallback? fallback, Interactions data, ResultHash hash) : ResultRows(FallbackTable(data))
{
    private readonly EvidenceNames? names = fallback is null ? null : new(fallback.Model, data);
    private int rank = -1;

    /// <summary>Rows of <c>_Fallback</c>.</summary>
    public static TableSpec FallbackTable(Interactions data) => new(
        [
            new("Rank", CellKind.Int64, "int"),
            data.Items.Column("ItemId"),
            new("Score", CellKind.Float64, "real"),
            new("Reason", CellKind.Text),
            new("ReasonKind", CellKind.Text),
        ],
        ["Rank"]);

    public override bool Read()
    {
        if (fallback is not { List: var list } || ++rank >= list.Items.Length)
        {
            return false;
        }

        var entry = list.Items[rank];
        var reason = ReasonText.ToStranger(fallback.Model, entry.Item, list.Parts[rank], data, names!);
        Set(0, rank + 1L);
        SetId(1, data.Items, entry.Item);
        Set(2, (double)entry.Score);
        Set(3, reason);
        Set(4, list.Kinds[rank].ToString());
        hash.Add(-1, rank, entry.Item, entry.Score);
        hash.Add(reason);
        hash.Add((byte)list.Kinds[rank]);
        return true;
    }
}
