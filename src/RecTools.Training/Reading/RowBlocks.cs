using RecTools.Algorithms;

namespace RecTools.Training;

/// <summary>Collected rows, column by column in blocks: collecting a hundred million rows never copies what is there already, and blocks are work for threads to share.</summary>
/// <param name="hasTime">Whether rows have a time.</param>
internal sealed class RowBlocks(bool hasTime)
{
    private const int SmallestBlock = 1 << 12;
    private const int LargestBlock = 1 << 19;
    private readonly List<RowBlock> blocks = [];
    private RowBlock last = new(0, false);

    /// <summary>Whether rows have a time.</summary>
    public bool HasTime => hasTime;

    /// <summary>Rows in all.</summary>
    public int Count { get; private set; }

    /// <summary>Number of blocks.</summary>
    public int BlockCount => blocks.Count;

    /// <summary>A block.</summary>
    public RowBlock this[int block] => blocks[block];

    /// <summary>Bytes that one row takes.</summary>
    public static int BytesPerRow(bool hasTime) => (2 * sizeof(int)) + sizeof(float) + (hasTime ? sizeof(long) : 0);

    /// <summary>Adds a row; the time is passed over where rows have none.</summary>
    public void Add(int user, int item, float value, long time)
    {
        if (last.Count == last.User.Length)
        {
            blocks.Add(last = new RowBlock(Math.Clamp(Count, SmallestBlock, LargestBlock), hasTime));
        }

        last.Add(user, item, value, time);
        Count++;
    }

    /// <summary>Leaves out the rows that have no user.</summary>
    public void DropWithoutUser()
    {
        Count = 0;
        foreach (var block in blocks)
        {
            block.DropWithoutUser();
            Count += block.Count;
        }
    }

    /// <summary>One column of all rows in one array.</summary>
    public int[] Flatten(Func<RowBlock, int[]> column)
    {
        var all = GC.AllocateUninitializedArray<int>(Count);
        var place = 0;
        foreach (var block in blocks)
        {
            column(block).AsSpan(0, block.Count).CopyTo(all.AsSpan(place));
            place += block.Count;
        }

        return all;
    }

    /// <summary>Forgets a block whose rows have been taken over.</summary>
    public void Release(int block) => blocks[block] = null!;
}

/// <summary>Some rows, column by column.</summary>
internal sealed class RowBlock(int capacity, bool hasTime)
{
    /// <summary>Rows in it; what lies beyond in the columns means nothing.</summary>
    public int Count { get; private set; }

    /// <summary>User of each row, first as a code and then as a place in canonical order; below zero for none.</summary>
    public int[] User { get; } = LargePages.Uninitialized<int>(capacity);

    /// <summary>Item of each row.</summary>
    public int[] Item { get; } = LargePages.Uninitialized<int>(capacity);

    /// <summary>Value of each row.</summary>
    public float[] Value { get; } = LargePages.Uninitialized<float>(capacity);

    /// <summary>Time of each row; empty where there is none.</summary>
    public long[] Time { get; } = hasTime ? LargePages.Uninitialized<long>(capacity) : [];

    /// <summary>Adds a row.</summary>
    public void Add(int user, int item, float value, long time)
    {
        User[Count] = user;
        Item[Count] = item;

        // Zero has two signs, which compare alike: that one row came before the other must not show.
        Value[Count] = value + 0f;
        if (hasTime)
        {
            Time[Count] = time;
        }

        Count++;
    }

    /// <summary>Leaves out the rows that have no user.</summary>
    public void DropWithoutUser()
    {
        var kept = 0;
        for (var row = 0; row < Count; row++)
        {
            if (User[row] < 0)
            {
                continue;
            }

            (User[kept], Item[kept], Value[kept]) = (User[row], Item[row], Value[row]);
            if (hasTime)
            {
                Time[kept] = Time[row];
            }

            kept++;
        }

        Count = kept;
    }
}
