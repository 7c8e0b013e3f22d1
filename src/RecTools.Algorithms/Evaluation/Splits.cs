namespace RecTools.Algorithms;

/// <summary>Sets rows aside to measure on. The choice depends on the rows, the share and the seed alone.</summary>
/// <remarks>
/// <see cref="SplitKind.ColdItem"/> sets aside all rows of a share of the items, so that users may be left with none.
/// Shares of a count are rounded to the nearest whole number, halves up. Where a split goes user by user
/// (<see cref="SplitKind.RandomUser"/>, <see cref="SplitKind.LastOut"/>), every user keeps at least one row to train on,
/// so the only row of a user is never set aside.
/// </remarks>
public static class Splits
{
    /// <summary>Cuts interactions into a part to train on and a part to test on.</summary>
    /// <param name="interactions">Users by items.</param>
    /// <param name="time">Time of each entry in the order of the matrix (any unit that grows), or null if there is none.</param>
    /// <param name="kind">How rows are chosen; <see cref="SplitKind.Given"/> is the caller's matter.</param>
    /// <param name="holdout">Share of rows set aside, between 0 and 1, both excluded; <see cref="SplitKind.None"/> and <see cref="SplitKind.LastOut"/> do not look at it.</param>
    /// <param name="seed">Start of the random draws.</param>
    /// <exception cref="RecException"><c>TimeColumnNeeded</c>: the split needs times. <c>HoldoutOutOfRange</c>: the share is not between 0 and 1.</exception>
    public static TrainTest Make(SparseMatrix interactions, long[]? time, SplitKind kind, double holdout, long seed)
    {
        if (kind is not (SplitKind.None or SplitKind.LastOut) && !(holdout > 0 && holdout < 1))
        {
            throw RecException.Configuration(
                "HoldoutOutOfRange", $"The share of rows to set aside is {holdout}.", "Give a share between 0 and 1, such as 0.2.", holdout);
        }

        var isTest = kind switch
        {
            SplitKind.None => new bool[interactions.EntryCount],
            SplitKind.RandomRow => RandomRows(interactions.EntryCount, holdout, seed),
            SplitKind.RandomUser => RandomRowsOfUsers(interactions, holdout, seed),
            SplitKind.LastOut => LastRowsOfUsers(interactions, CheckTime(interactions, time, kind)),
            SplitKind.Time => LatestRows(CheckTime(interactions, time, kind), holdout),
            SplitKind.ColdItem => RowsOfItems(interactions, holdout, seed),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "This split is not made from the rows themselves."),
        };
        return new TrainTest(interactions.Where(entry => !isTest[entry], out _), interactions.Where(entry => isTest[entry], out _));
    }

    private static int ShareOf(int count, double holdout) => (int)Math.Floor((count * holdout) + 0.5);

    private static bool[] RandomRows(int count, double holdout, long seed)
    {
        var isTest = new bool[count];
        var positions = Positions(0, count);
        new SeededRandom(seed).Shuffle<int>(positions);
        MarkFirst(positions, ShareOf(count, holdout), isTest);
        return isTest;
    }

    private static bool[] RandomRowsOfUsers(SparseMatrix interactions, double holdout, long seed)
    {
        var isTest = new bool[interactions.EntryCount];
        for (var user = 0; user < interactions.RowCount; user++)
        {
            var count = interactions.CountOf(user);
            var aside = Math.Min(ShareOf(count, holdout), count - 1);
            if (aside > 0)
            {
                var positions = Positions(interactions.RowStart[user], count);

                // A stream for each user, so that rows of one user do not change the draw of another.
                new SeededRandom(seed, (ulong)user).Shuffle<int>(positions);
                MarkFirst(positions, aside, isTest);
            }
        }

        return isTest;
    }

    private static bool[] RowsOfItems(SparseMatrix interactions, double holdout, long seed)
    {
        var counts = interactions.CountColumns();
        int[] items = [.. Enumerable.Range(0, counts.Length).Where(item => counts[item] > 0)];
        new SeededRandom(seed).Shuffle<int>(items);
        var isCold = new bool[counts.Length];
        MarkFirst(items, ShareOf(items.Length, holdout), isCold);
        return Array.ConvertAll(interactions.Column, item => isCold[item]);
    }

    private static bool[] LastRowsOfUsers(SparseMatrix interactions, long[] time)
    {
        var isTest = new bool[interactions.EntryCount];
        for (var user = 0; user < interactions.RowCount; user++)
        {
            if (interactions.CountOf(user) < 2)
            {
                continue;
            }

            // Of rows at the same time the one with the largest item number counts as the last.
            var last = interactions.RowStart[user];
            for (var i = last + 1; i < interactions.RowStart[user + 1]; i++)
            {
                last = time[i] >= time[last] ? i : last;
            }

            isTest[last] = true;
        }

        return isTest;
    }

    private static bool[] LatestRows(long[] time, double holdout)
    {
        var isTest = new bool[time.Length];
        var left = ShareOf(time.Length, holdout);
        if (left == 0)
        {
            return isTest;
        }

        var sorted = (long[])time.Clone();
        Array.Sort(sorted);
        var border = sorted[time.Length - left];
        for (var i = 0; i < time.Length; i++)
        {
            if (time[i] > border)
            {
                isTest[i] = true;
                left--;
            }
        }

        // Rows at the border count as later the larger their user and then their item number is.
        for (var i = time.Length - 1; left > 0; i--)
        {
            if (time[i] == border)
            {
                isTest[i] = true;
                left--;
            }
        }

        return isTest;
    }

    private static long[] CheckTime(SparseMatrix interactions, long[]? time, SplitKind kind)
    {
        if (time is null)
        {
            throw RecException.Configuration(
                "TimeColumnNeeded", $"The split {kind} goes by time, and the rows have no time.",
                "Name the column that holds the time, or choose another split such as RandomUser.", kind);
        }

        return time.Length == interactions.EntryCount
            ? time
            : throw new ArgumentException($"There are {time.Length} times for {interactions.EntryCount} entries.", nameof(time));
    }

    private static int[] Positions(int first, int count)
    {
        var positions = new int[count];
        for (var i = 0; i < count; i++)
        {
            positions[i] = first + i;
        }

        return positions;
    }

    private static void MarkFirst(int[] positions, int count, bool[] isTest)
    {
        for (var i = 0; i < count; i++)
        {
            isTest[positions[i]] = true;
        }
    }
}
