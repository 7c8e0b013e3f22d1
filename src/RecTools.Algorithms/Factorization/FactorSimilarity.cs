using System.Numerics.Tensors;

namespace RecTools.Algorithms;

/// <summary>Likeness of items: the cosine of their factors.</summary>
/// <param name="items">Factors of the items.</param>
/// <param name="skipped">Numbers at the start of each row that are no factors.</param>
internal sealed class FactorSimilarity(FactorMatrix items, int skipped = 0)
{
    /// <summary>The items most like one, best first, ties by number.</summary>
    public ScoredItem[] Find(int item, int count)
    {
        var own = items.Row(item)[skipped..];
        var norm = TensorPrimitives.Norm<float>(own);
        if (norm == 0 || count <= 0)
        {
            return [];
        }

        var scores = new float[items.Rows];
        for (var other = 0; other < scores.Length; other++)
        {
            var row = items.Row(other)[skipped..];
            var length = TensorPrimitives.Norm<float>(row) * norm;
            scores[other] = length > 0 ? TensorPrimitives.Dot<float>(own, row) / length : 0;
        }

        var room = new ScoredItem[Math.Min(count, items.Rows - 1)];
        return room[..TopItems.Select(scores, [item], room)];
    }
}
