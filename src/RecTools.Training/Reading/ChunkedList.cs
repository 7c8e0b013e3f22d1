namespace RecTools.Training;

/// <summary>A list that grows by blocks, so that collecting a hundred million rows never copies what is there already.</summary>
internal sealed class ChunkedList<T>
{
    private const int BlockSize = 1 << 16;
    private readonly List<T[]> blocks = [];
    private T[] last = [];
    private int used = BlockSize;

    /// <summary>Elements in it.</summary>
    public int Count => blocks.Count == 0 ? 0 : ((blocks.Count - 1) * BlockSize) + used;

    /// <summary>Adds an element.</summary>
    public void Add(T value)
    {
        if (used == BlockSize)
        {
            blocks.Add(last = new T[BlockSize]);
            used = 0;
        }

        last[used++] = value;
    }

    /// <summary>Copies the elements to one array and empties the list block by block.</summary>
    public T[] Drain()
    {
        var all = GC.AllocateUninitializedArray<T>(Count);
        var place = 0;
        for (var i = 0; i < blocks.Count; i++)
        {
            var length = i == blocks.Count - 1 ? used : BlockSize;
            blocks[i].AsSpan(0, length).CopyTo(all.AsSpan(place));
            place += length;
            blocks[i] = null!;
        }

        blocks.Clear();
        last = [];
        used = BlockSize;
        return all;
    }
}
