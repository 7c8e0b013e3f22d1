using RecTools.Data;

namespace RecTools.Training;

/// <summary>How the recommendations of a new publication differ from those that readers see now.</summary>
/// <param name="K">Ranks looked at.</param>
/// <param name="CommonUsers">Users who have a list in both.</param>
/// <param name="ChangedUsers">Those of them whose lists do not hold the same items.</param>
/// <param name="MeanOverlap">Items that the two lists of a user share / items of the longer one, averaged over the users who have a list now; 0 for those who would have none. New users change nothing that anybody sees.</param>
internal sealed record PublicationChange(int K, long CommonUsers, long ChangedUsers, double MeanOverlap)
{
    private const int Ranks = 10;

    /// <summary>Share of recommendations that are others.</summary>
    public double Churn => 1 - MeanOverlap;

    /// <summary>The figures, for the run's record.</summary>
    public IReadOnlyList<MetricValue> Metrics =>
    [
        new("Change", "UsersChanged", K, CommonUsers == 0 ? 0 : (double)ChangedUsers / CommonUsers, null, null),
        new("Change", "Overlap", K, MeanOverlap, null, null),
    ];

    /// <summary>Compares what a publication has loaded with what readers see.</summary>
    /// <returns>Null where one of the two has no recommendations.</returns>
    public static PublicationChange? Find(Database database, Publication publication)
    {
        if (publication.Compare("Recommendation", Ranks) is not { } found)
        {
            return null;
        }

        var users = found.Common + found.OnlyOld;
        return users == 0 ? null : new PublicationChange(Ranks, found.Common, found.Changed, found.OverlapSum / users);
    }
}
