using RecTools.Algorithms;

namespace RecTools.Training;

/// <summary>Merges the rows of one user and item by a policy.</summary>
internal sealed class DuplicateMerger(DuplicatePolicy policy, IdSet users, IdSet items)
{
    /// <summary>Rows that merging took away.</summary>
    public long MergedRows { get; private set; }

    /// <summary>Merges in place; the order that rows of one user and item come in does not matter.</summary>
    public (SparseMatrix Matrix, long[]? Time) Merge(SortedRows rows)
    {
        var (start, item, value, time, hasDuplicates) = rows;
        if (hasDuplicates)
        {
            var count = 0;
            for (var user = 0; user < users.Count; user++)
            {
                var (from, end) = (start[user], start[user + 1]);
                start[user] = count;
                for (var last = from; from < end; from = last)
                {
                    while (last < end && item[last] == item[from])
                    {
                        last++;
                    }

                    MergeRun(rows, from, last - from, user);
                    (item[count], value[count]) = (item[from], value[from]);
                    if (time is not null)
                    {
                        time[count] = time[from];
                    }

                    count++;
                }
            }

            MergedRows = item.Length - count;
            start[users.Count] = count;
            (item, value, time) = (First(item, count), First(value, count), time is null ? null : First(time, count));
        }

        return (new SparseMatrix(items.Count, start, item, value), time);
    }

    private static T[] First<T>(T[] array, int count)
        where T : unmanaged
    {
        var first = LargePages.Uninitialized<T>(count);
        array.AsSpan(0, count).CopyTo(first);
        return first;
    }

    // Leaves what the rows come to in the first of them.
    private void MergeRun(SortedRows rows, int from, int count, int user)
    {
        if (count == 1)
        {
            return;
        }

        var value = rows.Value.AsSpan(from, count);
        var time = rows.Time is null ? [] : rows.Time.AsSpan(from, count);
        SortRun(value, time);
        if (time.Length > 0)
        {
            time[0] = time[^1];
        }

        var item = rows.Item[from];
        switch (policy)
        {
            case DuplicatePolicy.Last when time.IsEmpty:
                throw new RecException(
                    "TimeColumnNeeded",
                    RecErrorKind.Configuration,
                    $"User {users.Text(user)} has item {items.Text(item)} {count} times, and without a time column none of them is the last.",
                    "Give -TimeColumn, or choose -Duplicates Sum, Mean or Max.",
                    policy);
            case DuplicatePolicy.Last:
                value[0] = value[^1];
                break;
            case DuplicatePolicy.Error:
                throw new RecException(
                    "DuplicateRows",
                    RecErrorKind.Data,
                    $"User {users.Text(user)} has item {items.Text(item)} {count} times.",
                    "Remove duplicates at the source, or choose -Duplicates Last, Sum, Mean or Max.",
                    $"{users.Text(user)}, {items.Text(item)}");
            default:
                double sum = 0;
                var max = float.NegativeInfinity;
                foreach (var own in value)
                {
                    sum += own;
                    max = Math.Max(max, own);
                }

                value[0] = (float)(policy == DuplicatePolicy.Max ? max : policy == DuplicatePolicy.Sum ? sum : sum / count);
                break;
        }
    }

    // By time, then by value: the order rows came in must not show, not even in the rounding of a sum.
    private static void SortRun(Span<float> value, Span<long> time)
    {
        if (time.IsEmpty)
        {
            value.Sort();
            return;
        }

        time.Sort(value);
        for (int from = 0, end; from < time.Length; from = end)
        {
            end = from + 1;
            while (end < time.Length && time[end] == time[from])
            {
                end++;
            }

            value[from..end].Sort();
        }
    }
}
