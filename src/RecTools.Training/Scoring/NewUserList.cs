using RecTools.Algorithms;

namespace RecTools.Training;

/// <summary>The best items for somebody who was not in the training data, explained.</summary>
/// <param name="Answering">The model that answers, which may be one of several.</param>
/// <param name="Items">The items, best first.</param>
/// <param name="Parts">For each item the largest contributions to its score.</param>
/// <param name="Kinds">For each item what it is there for.</param>
internal sealed record NewUserList(IRecommender Answering, ScoredItem[] Items, Contribution[][] Parts, ReasonKind[] Kinds)
{
    /// <summary>Scores the items, picks the best that rules allow, and explains them.</summary>
    /// <param name="model">The model.</param>
    /// <param name="rules">What the list may hold and how it is put together; what they say of single users does not matter here.</param>
    /// <param name="items">Items of the history, ascending; none for somebody of whom nothing is known.</param>
    /// <param name="values">Their values.</param>
    /// <param name="top">Items at most.</param>
    /// <param name="count">Parts of a reason at most.</param>
    public static NewUserList Compute(IRecommender model, ListRules rules, int[] items, float[] values, int top, int count)
    {
        var best = TopItemsForNewUser.Select(model, rules, items, values, rules.Seen is null ? [] : items, top, out var pinned);
        var parts = model.Explain(-1, items, values, Array.ConvertAll(best, entry => entry.Item), count);
        var answering = model.AnsweringFor(items.Length);
        return new(answering, best, parts, [.. best.Select((entry, rank) => rank < pinned ? ReasonKind.Pinned : answering.KindOf(-1, entry.Item, parts[rank]))]);
    }
}
