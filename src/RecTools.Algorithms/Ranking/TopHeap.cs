namespace RecTools.Algorithms;

/// <summary>The best items so far in a binary heap with the worst of them on top, in room that the caller gives.</summary>
/// <remarks>Items must come in ascending order: an item that only equals the worst one kept then loses by its number, and one comparison decides.</remarks>
internal ref struct TopHeap
{
    private readonly Span<ScoredItem> heap;
    private int count;

    /// <summary>Starts empty.</summary>
    /// <param name="room">Room for the items to keep; at least one.</param>
    public TopHeap(Span<ScoredItem> room)
    {
        heap = room;
        Threshold = float.NegativeInfinity;
    }

    /// <summary>Only a score above this one gets in.</summary>
    public float Threshold { get; private set; }

    /// <summary>Takes an item whose score is above <see cref="Threshold"/>, and drops the worst one if the room is full.</summary>
    public void Add(int item, float score)
    {
        if (count < heap.Length)
        {
            SiftUp(count++, new ScoredItem(item, score));
        }
        else
        {
            SiftDown(count, new ScoredItem(item, score));
        }

        if (count == heap.Length)
        {
            Threshold = heap[0].Score;
        }
    }

    /// <summary>Puts the items in order, best first, and ends the use of the heap.</summary>
    /// <returns>How many there are.</returns>
    public readonly int Sort()
    {
        for (var last = count - 1; last > 0; last--)
        {
            var moved = heap[last];
            heap[last] = heap[0];
            SiftDown(last, moved);
        }

        return count;
    }

    private static bool IsWorse(ScoredItem one, ScoredItem other) =>
        one.Score < other.Score || (one.Score == other.Score && one.Item > other.Item);

    private readonly void SiftUp(int place, ScoredItem entry)
    {
        while (place > 0)
        {
            var parent = (place - 1) / 2;
            if (!IsWorse(entry, heap[parent]))
            {
                break;
            }

            heap[place] = heap[parent];
            place = parent;
        }

        heap[place] = entry;
    }

    private readonly void SiftDown(int length, ScoredItem entry)
    {
        var place = 0;
        while (true)
        {
            var child = (2 * place) + 1;
            if (child >= length)
            {
                break;
            }

            if (child + 1 < length && IsWorse(heap[child + 1], heap[child]))
            {
                child++;
            }

            if (!IsWorse(heap[child], entry))
            {
                break;
            }

            heap[place] = heap[child];
            place = child;
        }

        heap[place] = entry;
    }
}
