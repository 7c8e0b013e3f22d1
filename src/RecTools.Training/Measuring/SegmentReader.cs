using RecTools.Algorithms;

namespace RecTools.Training;

/// <summary>Reads the groups of users that figures are given for.</summary>
internal static class SegmentReader
{
    /// <summary>Checks what is asked for before anything is read.</summary>
    /// <exception cref="RecException"><c>ClusterModelNeeded</c> or <c>SegmentColumnNeeded</c>.</exception>
    public static void Check(MeasurementRequest request)
    {
        RequestChecker.Require(
            !request.SegmentBy.Contains(UserSegment.Cluster) || request.Training.ClusterModel is not null, "ClusterModelNeeded",
            "-SegmentBy Cluster does not say whose clusters are meant.", "Name a published model of KMeans or Hierarchical with -ClusterModel.", nameof(UserSegment.Cluster));
        RequestChecker.Require(
            !request.SegmentBy.Contains(UserSegment.Column) || request.SegmentColumn is not null, "SegmentColumnNeeded",
            "-SegmentBy Column does not say which column is meant.", "Name it with -SegmentColumn, and its table with -UserTable.", nameof(UserSegment.Column));
    }

    /// <summary>Reads them.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="source">Rows that have the column where there is no table of users.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="run">What is at hand.</param>
    /// <exception cref="RecException">What the readers throw.</exception>
    public static IReadOnlyList<(string Name, UserGroups Groups)> Read(MeasurementRequest request, InteractionSource source, MeasuredRows rows, MeasuringContext run)
    {
        var users = rows.All.Users;
        var training = request.Training;
        return
        [
            .. request.SegmentBy.Where(segment => segment != UserSegment.None).Distinct().Select(segment => segment switch
            {
                UserSegment.History => (HistorySegments.Name, HistorySegments.Of(rows.Train)),
                UserSegment.Cluster => (nameof(UserSegment.Cluster), UserGroupReader.Read(training.ClusterModel!, users, run.Database, run.Observer, run.Cancellation)),
                _ => (request.SegmentColumn!, SegmentColumn.Read(Table(training, source), request.SegmentColumn!, users, run.Database, run.Cancellation)),
            }),
        ];
    }

    private static InteractionSource Table(TrainingRequest training, InteractionSource source) =>
        training.UserFeatures is { } users ? users.ToSource() with { UserColumn = users.IdColumn } : source;
}
