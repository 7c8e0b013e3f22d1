using RecTools.Algorithms;
using RecTools.Data;

namespace RecTools.Training;

/// <summary>The numbers that a model describes items or users by as rows: whom, which number of how many from 1, and the number.</summary>
/// <param name="model">The model.</param>
/// <param name="ids">Ids of the users or the items.</param>
/// <param name="ofUsers">Whether it is the users.</param>
internal sealed class VectorRows(IVectorModel model, IdSet ids, bool ofUsers) : ResultRows(TableOf(ids, ofUsers))
{
    private int row;
    private int position = -1;

    /// <inheritdoc/>
    public override bool Read()
    {
        if (row < ids.Count && ++position == Vector.Length)
        {
            (row, position) = (row + 1, 0);
        }

        if (row >= ids.Count)
        {
            return false;
        }

        SetId(0, ids, row);
        Set(1, position + 1L);
        Set(2, (double)Vector[position]);
        return true;
    }

    private ReadOnlySpan<float> Vector => ofUsers ? model.UserVector(row) : model.ItemVector(row);

    private static TableSpec TableOf(IdSet ids, bool ofUsers) => new(
        [ids.Column(ofUsers ? "UserId" : "ItemId"), new("Position", CellKind.Int64, "int"), new("Value", CellKind.Float64, "real")],
        [ofUsers ? "UserId" : "ItemId", "Position"]);
}
