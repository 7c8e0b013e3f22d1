using RecTools.Data;

namespace RecTools.Training;

/// <summary>Makes sure before a model is fitted that its results will find room, rather than an hour later.</summary>
internal static class ResultSpace
{
    // What a row takes at least, index and page included: ids, numbers, and the shortest of reasons.
    private const int BytesOfRecommendation = 48;
    private const int BytesOfPart = 32;

    /// <summary>Compares the least that the results take with what the database can still take, where that can be told.</summary>
    /// <param name="database">Where they go; null for nowhere.</param>
    /// <param name="request">What is written.</param>
    /// <param name="users">Users.</param>
    /// <param name="items">Items.</param>
    /// <param name="observer">Hears both numbers.</param>
    /// <exception cref="RecException"><c>DiskFull</c>.</exception>
    public static void Check(Database? database, TrainingRequest request, int users, int items, IRunObserver observer)
    {
        if (database is null || !request.Publish || database.FreeBytes() is not { } free)
        {
            return;
        }

        var lists = (long)users * Math.Min(request.Top, items);
        var needed = (lists * (BytesOfRecommendation + (request.EvidenceTop * BytesOfPart))) + ((long)items * Math.Min(request.SimilarTop, items) * BytesOfPart);
        observer.Verbose($"The results take {Megabytes(needed)} or more; there is room for {Megabytes(free)}.");
        if (needed > free)
        {
            throw new RecException(
                "DiskFull", RecErrorKind.Limit, $"The results of {users:N0} users take {Megabytes(needed)} or more, and there is room for {Megabytes(free)}. Nothing was fitted.",
                "Make room for data and log, lower -Top, -EvidenceTop or -SimilarTop, or publish for fewer users.", request.ModelName);
        }
    }

    private static string Megabytes(long bytes) => $"{bytes / 1048576.0:N1} MB";
}
