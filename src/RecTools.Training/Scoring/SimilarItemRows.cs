using RecTools.Algorithms;
using RecTools.Data;

namespace RecTools.Training;

/// <summary>The items like each item as rows.</summary>
/// <param name="items">Ids of the items.</param>
/// <param name="lists">For each item the ones like it, best first.</param>
/// <param name="hash">Takes in every row.</param>
internal sealed class SimilarItemRows(IdSet items, ScoredItem[][] lists, ResultHash hash) : ResultRows(SimilarItemTable(items))
{
    private int item;
    private int rank = -1;

    /// <summary>Rows of <c>_SimilarItem</c>.</summary>
    public static TableSpec SimilarItemTable(IdSet items) => new(
        [
            items.Column("ItemId"),
            new("Rank", CellKind.Int64, "int"),
            items.Column("SimilarItemId"),
            new("Score", CellKind.Float64, "real"),
        ],
        ["ItemId", "Rank"]);

    /// <summary>Finds the items like each item.</summary>
    public static ScoredItem[][] Compute(IRecommender model, int top, Workers workers)
    {
        var lists = new ScoredItem[model.ItemCount][];
        workers.ForEachPiece(model.ItemCount, 16, (from, to) =>
        {
            for (var i = from; i < to; i++)
            {
                lists[i] = model.SimilarItems(i, top);
            }
        });
        return lists;
    }

    public override bool Read()
    {
        rank++;
        while (item < lists.Length && rank >= lists[item].Length)
        {
            item++;
            rank = 0;
        }

        if (item >= lists.Length)
        {
            return false;
        }

        var entry = lists[item][rank];
        SetId(0, items, item);
        Set(1, rank + 1L);
        SetId(2, items, entry.Item);
        Set(3, (double)entry.Score);
        hash.Add(item, rank, entry.Item, entry.Score);
        return true;
    }
}
