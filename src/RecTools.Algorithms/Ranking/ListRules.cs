namespace RecTools.Algorithms;

/// <summary>What the lists of recommendations may hold and how they are put together.</summary>
public sealed record ListRules
{
    /// <summary>No rules: the best items by score.</summary>
    public static ListRules None { get; } = new();

    /// <summary>Items of each user, users by items, that lists leave out; null leaves out nothing.</summary>
    public SparseMatrix? Seen { get; init; }

    /// <summary>Items that may be recommended to anybody, ascending; null for all.</summary>
    public int[]? Allowed { get; init; }

    /// <summary>Items that may be recommended to each user, users by items, all of them among <see cref="Allowed"/>; null where all users may be recommended the same.</summary>
    public SparseMatrix? AllowedOfUser { get; init; }

    /// <summary>Items that come first in every list they may be in, the first first.</summary>
    public int[] Pinned { get; init; } = [];

    /// <summary>Items that come first in single users' lists, before <see cref="Pinned"/>.</summary>
    public IReadOnlyDictionary<int, int[]> PinnedOfUser { get; init; } = new Dictionary<int, int[]>();

    /// <summary>Category of each item, -1 for none; null without.</summary>
    public int[]? CategoryOf { get; init; }

    /// <summary>Items of one category in a list at most; 0 for no limit.</summary>
    public int MaxPerCategory { get; init; }

    /// <summary>How much unlikeness to the rest of the list counts against the score, 0 (not at all) to 1; above 0 it needs <see cref="Likeness"/>.</summary>
    public double Diversity { get; init; }

    /// <summary>How alike two items are.</summary>
    public IItemLikeness? Likeness { get; init; }

    /// <summary>Whether an item of a list may have to give way to one with a lower score.</summary>
    internal bool Rearranges => Pinned.Length > 0 || PinnedOfUser.Count > 0 || Caps || Diversity > 0;

    /// <summary>Whether categories are bounded.</summary>
    internal bool Caps => MaxPerCategory > 0 && CategoryOf is not null;

    /// <summary>Whether anything but what users have is looked at.</summary>
    public bool HaveCandidates => Allowed is not null || AllowedOfUser is not null;

    /// <summary>Items that a user may be recommended, ascending.</summary>
    /// <param name="user">The user; -1 for somebody new, for whom <see cref="Allowed"/> counts alone.</param>
    internal ReadOnlySpan<int> CandidatesOf(int user) => AllowedOfUser is { } own && user >= 0 ? own.ColumnsOf(user) : Allowed;

    /// <summary>Items that come first in a user's list, if they may be in it.</summary>
    internal IEnumerable<int> PinsOf(int user) => PinnedOfUser.TryGetValue(user, out var own) ? own.Concat(Pinned.Except(own)) : Pinned;
}
