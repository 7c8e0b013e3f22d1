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
        Select(model, new ListRules { Seen = seen }, firstUser, userCount, top, workers);

    /// <summary>The best items that rules allow for each of a run of users.</summary>
    /// <param name="model">Scores the items.</param>
    /// <param name="rules">What lists may hold and how they are put together.</param>
    /// <param name="firstUser">First user.</param>
    /// <param name="userCount">How many users.</param>
    /// <param name="top">Items for each user at most.</param>
    /// <param name="workers">Threads and cancellation.</param>
    /// <inheritdoc cref="Select(IRecommender, SparseMatrix?, int, int, int, Workers)"/>
    public static TopLists Select(IRecommender model, ListRules rules, int firstUser, int userCount, int top, Workers workers) =>
        Select(model, rules, firstUser, userCount, top, workers, static _ => true);

    /// <summary>As the other overload, but the lists of unwanted users stay empty, and blocks of nothing else are not scored.</summary>
    internal static TopLists Select(
        IRecommender model, ListRules rules, int firstUser, int userCount, int top, Workers workers, Func<int, bool> isWanted)
    {
        if (rules.Seen is not null)
        {
            model.RequireShapeOf(rules.Seen, nameof(rules));
        }

        ArgumentOutOfRangeException.ThrowIfNegative(firstUser);
        ArgumentOutOfRangeException.ThrowIfNegative(userCount);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(userCount, model.UserCount - firstUser);
        ArgumentOutOfRangeException.ThrowIfNegative(top);
        var itemCount = model.ItemCount;
        var room = Math.Min(top, itemCount);
        var items = new ScoredItem[checked(userCount * room)];
        var (counts, pinned) = (new int[userCount], new int[userCount]);
        var blockUsers = UsersInBlock(itemCount);
        workers.ForEachPiece(userCount, blockUsers, () => (Scores: new float[(long)Math.Min(blockUsers, userCount) * itemCount], Builder: new ListBuilder(rules, itemCount, room)), (from, to, scratch) =>
        {
            if (!AnyWanted(firstUser + from, firstUser + to, isWanted))
            {
                return;
            }

            var scores = scratch.Scores.AsSpan(0, (to - from) * itemCount);
            model.Score(firstUser + from, to - from, scores);
            for (var user = from; user < to; user++)
            {
                if (isWanted(firstUser + user))
                {
                    var own = scores.Slice((user - from) * itemCount, itemCount);
                    var seen = rules.Seen is null ? [] : rules.Seen.ColumnsOf(firstUser + user);
                    counts[user] = scratch.Builder.Build(firstUser + user, seen, own, items.AsSpan(user * room, room), out pinned[user]);
                }
            }
        });
        return new TopLists(firstUser, room, items, counts, pinned);
    }

    /// <summary>Users scored together: as many as the cache holds, but some even with very many items, because scoring reads all items once a block.</summary>
    private static int UsersInBlock(int itemCount) => Math.Clamp(BlockScores / Math.Max(1, itemCount), 8, 64);

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
