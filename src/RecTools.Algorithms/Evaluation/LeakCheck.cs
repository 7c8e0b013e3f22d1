using System.Numerics.Tensors;

namespace RecTools.Algorithms;

/// <summary>Finds test rows that lie before rows of the same user that were learned from: such a model was told the future.</summary>
public static class LeakCheck
{
    /// <summary>Counts them, in time proportional to the rows.</summary>
    /// <param name="train">Rows learned from, users by items.</param>
    /// <param name="trainTime">Time of each of them in the order of the matrix (any unit that grows), or null if there is none.</param>
    /// <param name="test">Rows measured on, of the same shape.</param>
    /// <param name="testTime">Time of each of them, or null if there is none.</param>
    /// <returns>What was found; null if there is no such row, or no time to tell. Rows at the same time do not count.</returns>
    /// <exception cref="ArgumentException">There are not as many times as rows, or the matrices have different users.</exception>
    public static LeakCount? Find(SparseMatrix train, long[]? trainTime, SparseMatrix test, long[]? testTime)
    {
        if (trainTime is null || testTime is null)
        {
            return null;
        }

        Check(train, trainTime, nameof(trainTime));
        Check(test, testTime, nameof(testTime));
        if (train.RowCount != test.RowCount)
        {
            throw new ArgumentException($"There are {train.RowCount} users to learn from and {test.RowCount} to measure on.", nameof(test));
        }

        var (rows, users) = (0L, 0);
        LeakExample? example = null;
        for (var user = 0; user < test.RowCount; user++)
        {
            if (train.CountOf(user) == 0)
            {
                continue;
            }

            var latest = TensorPrimitives.Max<long>(trainTime.AsSpan(train.RowStart[user], train.CountOf(user)));
            var before = rows;
            for (var i = test.RowStart[user]; i < test.RowStart[user + 1]; i++)
            {
                if (testTime[i] < latest)
                {
                    rows++;
                    example = Wider(example, new LeakExample(user, test.Column[i], testTime[i], latest));
                }
            }

            users += rows > before ? 1 : 0;
        }

        return example is { } widest ? new LeakCount(rows, users, widest) : null;
    }

    // The subtraction may overflow for times of any unit, so that it is done in a wider type.
    private static LeakExample Wider(LeakExample? one, LeakExample other) => one is { } known && Span(known) >= Span(other) ? known : other;

    private static Int128 Span(LeakExample example) => (Int128)example.LaterTime - example.TestTime;

    private static void Check(SparseMatrix rows, long[] time, string name)
    {
        if (time.Length != rows.EntryCount)
        {
            throw new ArgumentException($"There are {time.Length} times for {rows.EntryCount} entries.", name);
        }
    }
}
