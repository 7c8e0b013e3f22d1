using System.Numerics;

namespace RecTools.Training;

/// <summary>Sorts the rows of some neighbouring users by user and item with its own scratch space: digits of user and item as one number, lowest first.</summary>
/// <param name="itemCount">Number of items.</param>
internal sealed class BucketSort(int itemCount)
{
    private const int MostDigitBits = 11;
    private readonly int itemBits = BitOperations.Log2((uint)Math.Max(1, itemCount - 1)) + 1;
    private readonly int[] next = new int[1 << MostDigitBits];
    private ulong[] keys = [];
    private ulong[] otherKeys = [];
    private int[] order = [];
    private int[] otherOrder = [];
    private float[] values = [];
    private long[] times = [];

    /// <summary>Sorts a range of rows in place; their column of users is used up.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="from">First row.</param>
    /// <param name="to">The row after the last.</param>
    /// <param name="firstUser">First user.</param>
    /// <param name="rowStart">Takes where the rows of each user start.</param>
    /// <returns>Whether a user has an item twice.</returns>
    public bool Sort(RowBlock rows, int from, int to, int firstUser, Span<int> rowStart)
    {
        var count = to - from;
        Grow(count, rows.Time.Length > 0);
        CountUsers(rows.User.AsSpan(from, count), firstUser, from, rowStart);
        for (var i = 0; i < count; i++)
        {
            keys[i] = ((ulong)(uint)(rows.User[from + i] - firstUser) << itemBits) | (uint)rows.Item[from + i];
            order[i] = i;
        }

        SortKeys(count, itemBits + BitOperations.Log2((uint)rowStart.Length) + 1);
        rows.Value.AsSpan(from, count).CopyTo(values);
        var hasTime = rows.Time.Length > 0;
        if (hasTime)
        {
            rows.Time.AsSpan(from, count).CopyTo(times);
        }

        var hasDuplicates = false;
        var previous = ulong.MaxValue;
        var itemMask = (1UL << itemBits) - 1;
        for (var i = 0; i < count; i++)
        {
            var key = keys[i];
            hasDuplicates |= key == previous;
            previous = key;
            rows.Item[from + i] = (int)(key & itemMask);
            rows.Value[from + i] = values[order[i]];
            if (hasTime)
            {
                rows.Time[from + i] = times[order[i]];
            }
        }

        return hasDuplicates;
    }

    private static void CountUsers(ReadOnlySpan<int> users, int firstUser, int from, Span<int> rowStart)
    {
        foreach (var user in users)
        {
            rowStart[user - firstUser]++;
        }

        var place = from;
        foreach (ref var start in rowStart)
        {
            (start, place) = (place, place + start);
        }
    }

    private void SortKeys(int count, int bits)
    {
        var passes = (bits + MostDigitBits - 1) / MostDigitBits;
        var digitBits = (bits + passes - 1) / passes;
        for (var pass = 0; pass < passes; pass++)
        {
            SortByDigit(count, pass * digitBits, (1u << digitBits) - 1);
            (keys, otherKeys) = (otherKeys, keys);
            (order, otherOrder) = (otherOrder, order);
        }
    }

    private void SortByDigit(int count, int shift, uint mask)
    {
        Array.Clear(next);
        var from = keys.AsSpan(0, count);
        var (to, fromOrder, toOrder) = (otherKeys, order, otherOrder);
        foreach (var key in from)
        {
            next[(uint)(key >> shift) & mask]++;
        }

        var place = 0;
        for (var digit = 0; digit <= mask; digit++)
        {
            (next[digit], place) = (place, place + next[digit]);
        }

        for (var i = 0; i < from.Length; i++)
        {
            var goal = next[(uint)(from[i] >> shift) & mask]++;
            to[goal] = from[i];
            toOrder[goal] = fromOrder[i];
        }
    }

    private void Grow(int count, bool hasTime)
    {
        if (keys.Length >= count)
        {
            return;
        }

        (keys, otherKeys) = (new ulong[count], new ulong[count]);
        (order, otherOrder) = (new int[count], new int[count]);
        (values, times) = (new float[count], new long[hasTime ? count : 0]);
    }
}
