using RecTools.Algorithms;

namespace RecTools.Training;

/// <summary>Counts users who get fewer recommendations than asked for, so that it never happens in silence.</summary>
/// <param name="users">The users.</param>
/// <param name="top">Recommendations asked for.</param>
internal sealed class ShortLists(IdSet users, int top)
{
    private int shortLists;
    private int emptyLists;
    private int example = -1;

    /// <summary>Looks at the list of a user.</summary>
    public void Add(int user, int length)
    {
        if (length >= top)
        {
            return;
        }

        shortLists++;
        emptyLists += length == 0 ? 1 : 0;
        example = example < 0 ? user : example;
    }

    /// <summary>The counts, for the run's record.</summary>
    public IReadOnlyList<MetricValue> Facts => shortLists == 0 ? [] :
    [
        new("Lists", "UsersWithFewer", top, shortLists, null, null),
        new("Lists", "UsersWithNone", top, emptyLists, null, null),
    ];

    /// <summary>Says so where there are any.</summary>
    public void Warn(IRunObserver observer)
    {
        if (shortLists > 0)
        {
            observer.Warning(
                $"{shortLists:N0} of {users.Count:N0} users got fewer than {top} recommendations, {emptyLists:N0} of them none, such as user {users.Text(example)}: "
                + "there is nothing else that they do not have already and that the rules allow.");
        }
    }
}
