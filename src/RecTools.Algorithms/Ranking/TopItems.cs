namespace RecTools.Algorithms;

/// <summary>Picks the best items of a list of scores: by score, ties by item number, so that the choice does not depend on anything else.</summary>
public static class TopItems
{
    /// <summary>Fills <paramref name="best"/> with the best items, best first.</summary>
    /// <param name="scores">One score an item; NaN and negative infinity are never picked.</param>
    /// <param name="excluded">Items to leave out, ascending.</param>
    /// <param name="best">Room for the items to pick.</param>
    /// <returns>How many were picked: less than the room if there are not enough items.</returns>
    public static int Select(ReadOnlySpan<float> scores, ReadOnlySpan<int> excluded, Span<ScoredItem> best)
    {
        throw new NotImplementedException();
    }
}
