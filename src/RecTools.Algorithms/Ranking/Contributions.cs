namespace RecTools.Algorithms;

/// <summary>Picks the largest parts of a score.</summary>
internal static class Contributions
{
    /// <summary>What says that an item of the history is no part of the score at all.</summary>
    public const float NoPart = float.NegativeInfinity;

    /// <summary>The largest parts, largest first.</summary>
    /// <param name="historyItems">Items of the history.</param>
    /// <param name="parts">What each adds to the score, or <see cref="NoPart"/>.</param>
    /// <param name="room">Room to work in, as long as the parts to pick.</param>
    public static Contribution[] Largest(ReadOnlySpan<int> historyItems, ReadOnlySpan<float> parts, Span<ScoredItem> room) =>
        Largest(historyItems, [], parts, room);

    /// <summary>The largest parts, largest first.</summary>
    /// <param name="historyItems">Items of the history.</param>
    /// <param name="features">Features beside them.</param>
    /// <param name="parts">What each item and then each feature adds to the score, or <see cref="NoPart"/>.</param>
    /// <param name="room">Room to work in, as long as the parts to pick.</param>
    public static Contribution[] Largest(ReadOnlySpan<int> historyItems, ReadOnlySpan<int> features, ReadOnlySpan<float> parts, Span<ScoredItem> room)
    {
        var found = TopItems.Select(parts, [], room);
        var largest = new Contribution[found];
        for (var i = 0; i < found; i++)
        {
            var place = room[i].Item;
            largest[i] = place < historyItems.Length
                ? new Contribution(historyItems[place], room[i].Score)
                : new Contribution(-1, room[i].Score, Feature: features[place - historyItems.Length]);
        }

        return largest;
    }
}
