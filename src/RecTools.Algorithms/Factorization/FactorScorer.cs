namespace RecTools.Algorithms;

/// <summary>
/// Scores users by items as a blocked matrix product, score = level + sum over k of x(k) y(k) + offset of the item. Items are packed in panels
/// of 16 so that sixteen scores are made at once, each summed over the factors in the same order whatever the block or the processor.
/// </summary>
internal sealed unsafe class FactorScorer
{
    private const int Panel = ScoreTile.Panel;
    private readonly int width;
    private readonly int panels;
    private readonly float[] packed;
    private readonly float[] offsets;

    /// <summary>Packs the items.</summary>
    /// <param name="items">Factors of the items.</param>
    /// <param name="itemOffset">What is added to the score of each item; null for nothing.</param>
    public FactorScorer(FactorMatrix items, float[]? itemOffset = null)
    {
        width = items.Width;
        ItemCount = items.Rows;
        panels = (items.Rows + Panel - 1) / Panel;
        packed = new float[(long)panels * Panel * width];
        offsets = new float[panels * Panel];
        itemOffset?.CopyTo(offsets, 0);
        for (var item = 0; item < items.Rows; item++)
        {
            var row = items.Row(item);
            var place = (item / Panel * Panel * width) + (item % Panel);
            for (var k = 0; k < width; k++)
            {
                packed[place + (k * Panel)] = row[k];
            }
        }
    }

    /// <summary>Number of items.</summary>
    public int ItemCount { get; }

    /// <summary>One score.</summary>
    public float Score(ReadOnlySpan<float> user, float level, int item)
    {
        var sum = offsets[item];
        var place = (item / Panel * Panel * width) + (item % Panel);
        for (var k = 0; k < width; k++)
        {
            sum = MathF.FusedMultiplyAdd(user[k], packed[place + (k * Panel)], sum);
        }

        return sum + level;
    }

    /// <summary>Scores of all items for some users.</summary>
    /// <param name="users">Their factors, <paramref name="stride"/> apart.</param>
    /// <param name="stride">Distance between two users.</param>
    /// <param name="levels">Level of each user; empty for 0.</param>
    /// <param name="userCount">How many.</param>
    /// <param name="scores">Row after row.</param>
    public void Score(ReadOnlySpan<float> users, int stride, ReadOnlySpan<float> levels, int userCount, Span<float> scores)
    {
        fixed (float* x = users, items = packed, offset = offsets, to = scores)
        {
            for (int first = 0, taken; first < ItemCount; first += taken)
            {
                taken = first + (2 * Panel) <= ItemCount ? 2 * Panel : Panel;
                var own = items + ((long)first * width);
                var user = 0;
                for (; user + ScoreTile.Users <= userCount && first + taken <= ItemCount; user += ScoreTile.Users)
                {
                    ScoreTile.Write(x + ((long)user * stride), stride, own, width, offset + first, taken, to + ((long)user * ItemCount) + first, ItemCount);
                }

                for (; user < userCount; user++)
                {
                    WriteOne(x + ((long)user * stride), own, offset + first, new Span<float>(to + ((long)user * ItemCount) + first, Math.Min(taken, ItemCount - first)));
                }
            }
        }

        for (var user = 0; user < levels.Length; user++)
        {
            var own = scores.Slice(user * ItemCount, ItemCount);
            System.Numerics.Tensors.TensorPrimitives.Add(own, levels[user], own);
        }
    }

    // One user by one panel after the other, the last of which may be short.
    private void WriteOne(float* x, float* items, float* offset, Span<float> to)
    {
        var room = stackalloc float[Panel];
        for (var first = 0; first < to.Length; first += Panel)
        {
            ScoreTile.WriteOne(x, items + ((long)first * width), width, offset + first, room);
            var count = Math.Min(Panel, to.Length - first);
            new ReadOnlySpan<float>(room, count).CopyTo(to[first..]);
        }
    }
}
