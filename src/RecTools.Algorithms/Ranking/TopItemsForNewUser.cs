namespace RecTools.Algorithms;

/// <summary>Ranks all items for somebody new by a history; <see cref="FoldedInUsers"/> is for many, and for known users with new rows.</summary>
public static class TopItemsForNewUser
{
    /// <summary>The best items that rules allow.</summary>
    /// <param name="model">Scores the items from the history.</param>
    /// <param name="rules">What the list may hold and how it is put together; whose rows they leave out does not matter here.</param>
    /// <param name="items">Items of the history, ascending.</param>
    /// <param name="values">Their values.</param>
    /// <param name="seen">Items to leave out, ascending.</param>
    /// <param name="top">Items at most.</param>
    /// <param name="pinned">How many of them, the first ones, are pinned.</param>
    public static ScoredItem[] Select(
        IRecommender model, ListRules rules, ReadOnlySpan<int> items, ReadOnlySpan<float> values, ReadOnlySpan<int> seen, int top, out int pinned)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(top);
        var scores = new float[model.ItemCount];
        model.ScoreNewUser(items, values, scores);
        var list = new ScoredItem[Math.Min(top, scores.Length)];
        return list[..new ListBuilder(rules, scores.Length, list.Length).Build(-1, seen, scores, list, out pinned)];
    }
}
