using RecTools.Algorithms;

namespace RecTools.Training;

/// <summary>Sorts rows by user, item, time and value, and merges the rows of one user and item by a policy.</summary>
internal sealed class DuplicateMerger(DuplicatePolicy policy, IdSet users, IdSet items)
{
    /// <summary>Rows that merging took away.</summary>
    public long MergedRows { get; private set; }

    /// <summary>Merges; all arrays are parallel, and the order of rows does not matter.</summary>
    public (SparseMatrix Matrix, long[]? Time) Merge(int[] user, int[] item, float[] value, long[]? time)
    {
        var order = CountingSort.Order(item, items.Count, null, out _);
        order = CountingSort.Order(user, users.Count, order, out _);
        var rowStart = new int[users.Count + 1];
        var column = new int[order.Length];
        var merged = new float[order.Length];
        var mergedTime = time is null ? null : new long[order.Length];
        var count = 0;
        for (int i = 0, end; i < order.Length; i = end)
        {
            end = i + 1;
            var first = order[i];
            while (end < order.Length && user[order[end]] == user[first] && item[order[end]] == item[first])
            {
                end++;
            }

            column[count] = item[first];
            (merged[count], var when) = end == i + 1
                ? (value[first], time?[first] ?? 0)
                : MergeRun(order.AsSpan(i, end - i), value, time, user[first], item[first]);
            if (mergedTime is not null)
            {
                mergedTime[count] = when;
            }

            count++;
            rowStart[user[first] + 1] = count;
        }

        // Users without rows end where the one before them ends.
        for (var row = 1; row < rowStart.Length; row++)
        {
            rowStart[row] = Math.Max(rowStart[row], rowStart[row - 1]);
        }

        MergedRows = order.Length - count;
        if (MergedRows > 0)
        {
            Array.Resize(ref column, count);
            Array.Resize(ref merged, count);
            if (mergedTime is not null)
            {
                Array.Resize(ref mergedTime, count);
            }
        }

        return (new SparseMatrix(items.Count, rowStart, column, merged), mergedTime);
    }

    private (float Value, long Time) MergeRun(Span<int> run, float[] value, long[]? time, int user, int item)
    {
        // By time, then by value: the order rows came in must not show, not even in the rounding of a sum.
        run.Sort((a, b) => time is not null && time[a] != time[b] ? time[a].CompareTo(time[b]) : value[a].CompareTo(value[b]));
        var last = run[^1];
        var when = time?[last] ?? 0;
        switch (policy)
        {
            case DuplicatePolicy.Last when time is null:
                throw new RecException(
                    "TimeColumnNeeded",
                    RecErrorKind.Configuration,
                    $"User {users.Text(user)} has item {items.Text(item)} {run.Length} times, and without a time column none of them is the last.",
                    "Give -TimeColumn, or choose -Duplicates Sum, Mean or Max.",
                    policy);
            case DuplicatePolicy.Last:
                return (value[last], when);
            case DuplicatePolicy.Error:
                throw new RecException(
                    "DuplicateRows",
                    RecErrorKind.Data,
                    $"User {users.Text(user)} has item {items.Text(item)} {run.Length} times.",
                    "Remove duplicates at the source, or choose -Duplicates Last, Sum, Mean or Max.",
                    $"{users.Text(user)}, {items.Text(item)}");
            default:
                double sum = 0;
                var max = float.NegativeInfinity;
                foreach (var row in run)
                {
                    sum += value[row];
                    max = Math.Max(max, value[row]);
                }

                return ((float)(policy == DuplicatePolicy.Max ? max : policy == DuplicatePolicy.Sum ? sum : sum / run.Length), when);
        }
    }
}
