namespace RecTools.Algorithms;

/// <summary>
/// Where the data of living groups lie. A group is known by one of its leaves; it has a slot, and slots are closed up as groups die, so that
/// scans run over contiguous memory. Slots stay in the order of their groups.
/// </summary>
internal sealed class SlotTable
{
    private readonly int[] slotOf;
    private readonly int[] groupOf;
    private int removed;

    /// <summary>Every group lives, in the slot of its number.</summary>
    public SlotTable(int count)
    {
        slotOf = [.. Enumerable.Range(0, count)];
        groupOf = [.. slotOf];
        Count = count;
    }

    /// <summary>Slots in use, some of them of dead groups.</summary>
    public int Count { get; private set; }

    /// <summary>Whether a quarter of the slots is of dead groups: closing up costs less than going on.</summary>
    public bool IsSparse => removed > 0 && removed >= Count / 4;

    /// <summary>The slot of a group; -1 where it is dead.</summary>
    public int SlotOf(int group) => slotOf[group];

    /// <summary>The group of a slot.</summary>
    public int GroupOf(int slot) => groupOf[slot];

    /// <summary>A group dies.</summary>
    public void Remove(int group)
    {
        slotOf[group] = -1;
        removed++;
    }

    /// <summary>Closes up: slot <c>i</c> is now what was the slot that the result has at <c>i</c>, never a smaller one.</summary>
    public int[] Compact()
    {
        var kept = new int[Count - removed];
        var next = 0;
        for (var slot = 0; slot < Count; slot++)
        {
            var group = groupOf[slot];
            if (slotOf[group] == slot)
            {
                groupOf[next] = group;
                slotOf[group] = next;
                kept[next++] = slot;
            }
        }

        (Count, removed) = (next, 0);
        return kept;
    }
}
