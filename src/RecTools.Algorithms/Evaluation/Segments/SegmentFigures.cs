namespace RecTools.Algorithms;

/// <summary>The figures of a model by groups of users: a mean over all can hide that it fails some of them.</summary>
public static class SegmentFigures
{
    /// <summary>Figures of each group that has a user who was measured.</summary>
    /// <param name="evaluation">What was measured.</param>
    /// <param name="segment">What the groups are called together, such as <c>Cluster</c>.</param>
    /// <param name="groups">The group of each user.</param>
    /// <param name="options">Resamples, and name of the split.</param>
    /// <param name="workers">Threads and cancellation.</param>
    /// <param name="seed">Start of the draws behind the intervals.</param>
    /// <returns>
    /// In the order of the groups; users are those whose lists were measured, or where no list was, those whose ratings were.
    /// Coverage is not among the figures: few users cannot be recommended everything.
    /// </returns>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static SegmentMeasurement[] Of(
        ModelEvaluation evaluation, string segment, UserGroups groups, EvaluationOptions options, Workers workers, long seed)
    {
        var found = new List<SegmentMeasurement>();
        var counted = evaluation.Lists.Users.Length > 0 ? evaluation.Lists : evaluation.Ratings;
        for (var number = 0; number < groups.Names.Length; number++)
        {
            var group = number;
            bool IsIn(int user) => groups.GroupOf[user] == group;
            MetricValue[] Figures(UserFigures? figures) => figures?.Summarize(options.Split, IsIn, options.Resamples, seed, workers) ?? [];
            MetricValue[] metrics = [.. Figures(evaluation.Ratings), .. Figures(evaluation.Lists)];
            if (metrics.Length > 0)
            {
                found.Add(new SegmentMeasurement(segment, groups.Names[group], counted!.Users.Count(IsIn), metrics));
            }
        }

        return [.. found];
    }
}
