namespace RecTools.Algorithms;

/// <summary>Ranks all items for many users at once, block by block: there never is a table of all users by all items.</summary>
public static class TopItemsForUsers
{
    /// <summary>Scores that one block holds at most: half a megabyte, which stays in a core's second-level cache.</summary>
    private const int BlockScores = 128 * 1024;

    /// <summary>The best items for each of a run of users.</summary>
    /// <param name="model">Scores the items.</param>
    /// <param name="seen">Items that each user has already, users by items, which are left out; null to leave out nothing.</param>
    /// <param name="firstUser">First user.</param>
    /// <param name="userCount">How many users.</param>
    /// <param name="top">Items for each user at most.</param>
    /// <param name="workers">Threads and cancellation.</param>
    /// <returns>The lists, the same bit for bit at any number of threads.</returns>
    /// <exception cref="ArgumentException">The matrix is not of the model's shape, or the users are not the model's.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static TopLists Select(IRecommender model, SparseMatrix? seen, int firstUser, int userCount, int top, Workers workers) =>
        Select(model, seen, firstUser, userCount, top, workers, static _ => true);

    /// <summary>As the other overload, but the lists of unwanted users stay empty, and blocks of nothing else are not scored.</summary>
    internal static TopLists Select(
        IRecommender model, SparseMatrix? seen, int firstUser, int userCount, int top, Workers workers, Func<int, bool> isWanted)
    {
        if (seen is not null)
        {
            model.RequireShapeOf(seen, nameof(seen));
        }

        ArgumentOutOfRangeException.ThrowIfNegative(firstUser);
        ArgumentOutOfRangeException.ThrowIfNegative(userCount);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(userCount, model.UserCount - firstUser);
        ArgumentOutOfRangeException.ThrowIfNegative(top);
        var itemCount = model.ItemCount;
        var room = Math.Min(top, itemCount);
        var items = new ScoredItem[checked(userCount * room)];
        var counts = new int[userCount];
        var blockUsers = UsersInBlock(itemCount);
        workers.ForEachPiece(userCount, blockUsers, () => new float[(long)Math.Min(blockUsers, userCount) * itemCount], (from, to, scratch) =>
        {
            if (!AnyWanted(firstUser + from, firstUser + to, isWanted))
            {
                return;
            }

            var scores = scratch.AsSpan(0, (to - from) * itemCount);
            model.Score(firstUser + from, to - from, scores);
            for (var user = from; user < to; user++)
            {
                if (isWanted(firstUser + user))
                {
                    var own = scores.Slice((user - from) * itemCount, itemCount);
                    LeaveOut(own, seen is null ? [] : seen.ColumnsOf(firstUser + user));
                    counts[user] = TopItems.Select(own, [], items.AsSpan(user * room, room));
                }
            }
        });
        return new TopLists(firstUser, room, items, counts);
    }

    /// <summary>Users scored together: as many as the cache holds, but some even with very many items, because scoring reads all items once a block.</summary>
    private static int UsersInBlock(int itemCount) => Math.Clamp(BlockScores / Math.Max(1, itemCount), 8, 64);

    /// <summary>Makes items unpickable. What users have seen scores high, so that skipping it one by one while picking would cost much more.</summary>
    private static void LeaveOut(Span<float> scores, ReadOnlySpan<int> items)
    {
        foreach (var item in items)
        {
            scores[item] = float.NegativeInfinity;
        }
    }

    private static bool AnyWanted(int from, int to, Func<int, bool> isWanted)
    {
        for (var user = from; user < to; user++)
        {
            if (isWanted(user))
            {
                return true;
            }
        }

        return false;
    }
}
