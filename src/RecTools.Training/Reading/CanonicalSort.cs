using RecTools.Algorithms;

namespace RecTools.Training;

/// <summary>
/// Sorts rows by user and item by their digits: first into buckets of neighbouring users, each small enough for a core's cache, and then each bucket by itself.
/// Every row is moved once through memory and a few times within the cache; blocks and buckets are shared among threads.
/// </summary>
internal static class CanonicalSort
{
    // Rows and scratch of a bucket of so many take a good part of a megabyte.
    private const int RowsInBucket = 1 << 14;

    // A core remembers where some thousand pages are; more buckets written to at a time would have it look them up.
    private const int MostBuckets = 1 << 10;

    /// <summary>Sorts, and empties the blocks.</summary>
    /// <param name="rows">The rows, with codes of users and items; each has a user.</param>
    /// <param name="userPlace">Place of each user code.</param>
    /// <param name="itemPlace">Place of each item code.</param>
    /// <param name="userCount">Number of users.</param>
    /// <param name="itemCount">Number of items.</param>
    /// <param name="workers">Threads and cancellation.</param>
    public static SortedRows Sort(RowBlocks rows, int[] userPlace, int[] itemPlace, int userCount, int itemCount, Workers workers)
    {
        var shift = ShiftFor(rows.Count, userCount);
        var buckets = (int)(((long)userCount + (1L << shift) - 1) >> shift);
        var next = new int[rows.BlockCount][];
        workers.ForEachPiece(rows.BlockCount, 1, (block, _) => next[block] = Renumber(rows[block], userPlace, itemPlace, shift, buckets));
        var bucketStart = Starts(next, buckets);
        var all = new RowBlock(rows.Count, rows.HasTime);
        workers.ForEachPiece(rows.BlockCount, 1, (block, _) =>
        {
            Scatter(rows[block], next[block], shift, all);
            rows.Release(block);
        });

        var rowStart = new int[userCount + 1];
        var hasDuplicates = new bool[buckets];
        workers.ForEachPiece(buckets, 1, () => new BucketSort(itemCount), (bucket, _, scratch) => hasDuplicates[bucket] = scratch.Sort(
            all, bucketStart[bucket], bucketStart[bucket + 1], bucket << shift, rowStart.AsSpan(bucket << shift, Math.Min(1 << shift, userCount - (bucket << shift)))));
        rowStart[userCount] = rows.Count;
        return new SortedRows(rowStart, all.Item, all.Value, rows.HasTime ? all.Time : null, hasDuplicates.Contains(true));
    }

    private static int ShiftFor(int rowCount, int userCount)
    {
        var most = Math.Clamp(rowCount / RowsInBucket, 1, MostBuckets);
        var shift = 0;
        while ((userCount - 1) >> shift >= most)
        {
            shift++;
        }

        return shift;
    }

    private static int[] Renumber(RowBlock block, int[] userPlace, int[] itemPlace, int shift, int buckets)
    {
        var users = block.User.AsSpan(0, block.Count);
        var items = block.Item;
        var counts = new int[buckets];
        for (var row = 0; row < users.Length; row++)
        {
            var user = userPlace[users[row]];
            users[row] = user;
            items[row] = itemPlace[items[row]];
            counts[user >> shift]++;
        }

        return counts;
    }

    // Turns the counts of each block into where its rows go: after those of the buckets before, and of the blocks before in the same bucket.
    private static int[] Starts(int[][] counts, int buckets)
    {
        var start = new int[buckets + 1];
        var place = 0;
        for (var bucket = 0; bucket < buckets; bucket++)
        {
            start[bucket] = place;
            foreach (var own in counts)
            {
                (own[bucket], place) = (place, place + own[bucket]);
            }
        }

        start[buckets] = place;
        return start;
    }

    private static void Scatter(RowBlock from, int[] next, int shift, RowBlock to)
    {
        var users = from.User.AsSpan(0, from.Count);
        var (items, values, times) = (from.Item, from.Value, from.Time);
        for (var row = 0; row < users.Length; row++)
        {
            var user = users[row];
            var place = next[user >> shift]++;
            to.User[place] = user;
            to.Item[place] = items[row];
            to.Value[place] = values[row];
            if (times.Length > 0)
            {
                to.Time[place] = times[row];
            }
        }
    }
}
