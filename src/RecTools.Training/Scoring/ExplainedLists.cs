using RecTools.Algorithms;

namespace RecTools.Training;

/// <summary>The best items of a run of users, with the parts of each reason.</summary>
/// <param name="lists">The best items.</param>
/// <param name="parts">For each user of the run and each of their items the largest contributions; empty where the algorithm knows none.</param>
internal sealed class ExplainedLists(TopLists lists, Contribution[][][] parts)
{
    /// <summary>The user after the last of the run.</summary>
    public int EndUser => lists.FirstUser + lists.UserCount;

    /// <summary>The best items of a user, best first.</summary>
    public ReadOnlySpan<ScoredItem> ItemsOf(int user) => lists.Of(user);

    /// <summary>What one of a user's items is there for.</summary>
    /// <param name="model">The model that scored them.</param>
    /// <param name="user">The user.</param>
    /// <param name="rank">Place of the item, from 0.</param>
    public ReasonKind KindOf(IRecommender model, int user, int rank) => rank < lists.Pinned[user - lists.FirstUser]
        ? ReasonKind.Pinned
        : model.KindOf(user, ItemsOf(user)[rank].Item, PartsOf(user, rank));

    /// <summary>Contributions to the score of one of a user's items, largest first.</summary>
    public Contribution[] PartsOf(int user, int rank) => parts[user - lists.FirstUser] is { Length: > 0 } own ? own[rank] : [];

    /// <summary>Scores a run of users, picks the best items that each does not have yet, and explains them.</summary>
    /// <param name="model">The model.</param>
    /// <param name="rules">What lists may hold and how they are put together.</param>
    /// <param name="history">What reasons are made of.</param>
    /// <param name="firstUser">First user.</param>
    /// <param name="userCount">How many.</param>
    /// <param name="top">Items a user.</param>
    /// <param name="count">Parts of a reason at most.</param>
    /// <param name="workers">Threads and cancellation.</param>
    public static ExplainedLists Compute(
        IRecommender model, ListRules rules, SparseMatrix history, int firstUser, int userCount, int top, int count, Workers workers)
    {
        var lists = TopItemsForUsers.Select(model, rules, firstUser, userCount, top, workers);
        var parts = new Contribution[userCount][][];
        workers.ForEachPiece(userCount, 16, (from, to) =>
        {
            for (var i = from; i < to; i++)
            {
                var user = firstUser + i;
                var items = new int[lists.Of(user).Length];
                for (var rank = 0; rank < items.Length; rank++)
                {
                    items[rank] = lists.Of(user)[rank].Item;
                }

                parts[i] = model.Explain(user, history.ColumnsOf(user), history.ValuesOf(user), items, count);
            }
        });
        return new ExplainedLists(lists, parts);
    }
}
