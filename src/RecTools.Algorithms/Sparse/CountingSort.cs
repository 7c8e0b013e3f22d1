namespace RecTools.Algorithms;

/// <summary>Stable sorting by small whole keys, in time proportional to entries plus keys.</summary>
public static class CountingSort
{
    /// <summary>The order that sorts entries by key.</summary>
    /// <param name="keys">Key of each entry, 0 to <paramref name="keyCount"/> - 1.</param>
    /// <param name="keyCount">Number of keys.</param>
    /// <param name="previous">An order to keep among equal keys; null for the order of the entries.</param>
    /// <param name="start">Where each key starts in the order; one longer than the number of keys.</param>
    /// <returns>Entry numbers, sorted.</returns>
    public static int[] Order(ReadOnlySpan<int> keys, int keyCount, int[]? previous, out int[] start)
    {
        start = Starts(keys, keyCount);
        var next = start.AsSpan(0, keyCount).ToArray();
        var order = GC.AllocateUninitializedArray<int>(keys.Length);
        for (var i = 0; i < keys.Length; i++)
        {
            var entry = previous is null ? i : previous[i];
            order[next[keys[entry]]++] = entry;
        }

        return order;
    }

    /// <summary>Where each key would start if entries were sorted; one longer than the number of keys.</summary>
    public static int[] Starts(ReadOnlySpan<int> keys, int keyCount)
    {
        var start = new int[keyCount + 1];
        foreach (var key in keys)
        {
            start[key + 1]++;
        }

        for (var key = 0; key < keyCount; key++)
        {
            start[key + 1] += start[key];
        }

        return start;
    }
}
