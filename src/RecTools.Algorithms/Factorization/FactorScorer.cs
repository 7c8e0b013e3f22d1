using System.Runtime.Intrinsics;

namespace RecTools.Algorithms;

/// <summary>
/// Scores users by items as a blocked matrix product, score = level + sum over k of x(k) y(k) + offset of the item. Items are packed in panels
/// of 16 so that sixteen scores are made at once, each summed over the factors in the same order whatever the block or the processor.
/// </summary>
internal sealed unsafe class FactorScorer
{
    private const int Panel = 16;
    private const int UsersAtOnce = 8;
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
            var room = stackalloc float[Panel];
            for (var panel = 0; panel < panels; panel++)
            {
                var first = panel * Panel;
                var count = Math.Min(Panel, ItemCount - first);
                var user = 0;
                for (; user + UsersAtOnce <= userCount && count == Panel; user += UsersAtOnce)
                {
                    ScoreEight(x + ((long)user * stride), stride, items + ((long)first * width), offset + first, to + ((long)user * ItemCount) + first);
                }

                for (; user < userCount; user++)
                {
                    ScoreOne(x + ((long)user * stride), items + ((long)first * width), offset + first, room);
                    new ReadOnlySpan<float>(room, count).CopyTo(new Span<float>(to + ((long)user * ItemCount) + first, count));
                }
            }
        }

        for (var user = 0; user < levels.Length; user++)
        {
            var own = scores.Slice(user * ItemCount, ItemCount);
            System.Numerics.Tensors.TensorPrimitives.Add(own, levels[user], own);
        }
    }

    private void ScoreEight(float* x, int stride, float* items, float* offset, float* to)
    {
        if (!Vector512.IsHardwareAccelerated)
        {
            for (var user = 0; user < UsersAtOnce; user++)
            {
                ScoreOne(x + (user * stride), items, offset, to + ((long)user * ItemCount));
            }

            return;
        }

        Vector512<float> a0, a1, a2, a3, a4, a5, a6, a7;
        a0 = a1 = a2 = a3 = a4 = a5 = a6 = a7 = Vector512.Load(offset);
        for (var k = 0; k < width; k++)
        {
            var y = Vector512.Load(items);
            a0 = Vector512.FusedMultiplyAdd(Vector512.Create(x[k]), y, a0);
            a1 = Vector512.FusedMultiplyAdd(Vector512.Create(x[k + stride]), y, a1);
            a2 = Vector512.FusedMultiplyAdd(Vector512.Create(x[k + (2 * stride)]), y, a2);
            a3 = Vector512.FusedMultiplyAdd(Vector512.Create(x[k + (3 * stride)]), y, a3);
            a4 = Vector512.FusedMultiplyAdd(Vector512.Create(x[k + (4 * stride)]), y, a4);
            a5 = Vector512.FusedMultiplyAdd(Vector512.Create(x[k + (5 * stride)]), y, a5);
            a6 = Vector512.FusedMultiplyAdd(Vector512.Create(x[k + (6 * stride)]), y, a6);
            a7 = Vector512.FusedMultiplyAdd(Vector512.Create(x[k + (7 * stride)]), y, a7);
            items += Panel;
        }

        a0.Store(to);
        a1.Store(to + ItemCount);
        a2.Store(to + (2L * ItemCount));
        a3.Store(to + (3L * ItemCount));
        a4.Store(to + (4L * ItemCount));
        a5.Store(to + (5L * ItemCount));
        a6.Store(to + (6L * ItemCount));
        a7.Store(to + (7L * ItemCount));
    }

    private void ScoreOne(float* x, float* items, float* offset, float* to)
    {
        var low = Vector256.Load(offset);
        var high = Vector256.Load(offset + 8);
        for (var k = 0; k < width; k++)
        {
            var factor = Vector256.Create(x[k]);
            low = Vector256.FusedMultiplyAdd(factor, Vector256.Load(items), low);
            high = Vector256.FusedMultiplyAdd(factor, Vector256.Load(items + 8), high);
            items += Panel;
        }

        low.Store(to);
        high.Store(to + 8);
    }
}
