namespace RecTools.Algorithms;

/// <summary>The best items of each of a run of users, in two flat arrays.</summary>
public sealed class TopLists
{
    internal TopLists(int firstUser, int top, ScoredItem[] items, int[] counts, int[] pinned)
    {
        FirstUser = firstUser;
        Top = top;
        Items = items;
        Counts = counts;
        Pinned = pinned;
    }

    /// <summary>The first user of the run.</summary>
    public int FirstUser { get; }

    /// <summary>Users in the run.</summary>
    public int UserCount => Counts.Length;

    /// <summary>Room for each user in <see cref="Items"/>.</summary>
    public int Top { get; }

    /// <summary><see cref="UserCount"/> x <see cref="Top"/> items, user after user, best first; what is beyond a user's count means nothing.</summary>
    public ScoredItem[] Items { get; }

    /// <summary>How many items each user got.</summary>
    public int[] Counts { get; }

    /// <summary>How many items of each user's list, the first ones, are pinned.</summary>
    public int[] Pinned { get; }

    /// <summary>The list of one user, best first.</summary>
    /// <param name="user">The user's own number, not the one within the run.</param>
    public ReadOnlySpan<ScoredItem> Of(int user) => Items.AsSpan((user - FirstUser) * Top, Counts[user - FirstUser]);
}
