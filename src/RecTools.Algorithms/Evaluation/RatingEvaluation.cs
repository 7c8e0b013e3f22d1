namespace RecTools.Algorithms;

/// <summary>Measures how far predicted ratings are from the test rows.</summary>
internal static class RatingEvaluation
{
    private const int UsersInPiece = 64;

    private static readonly IRatingMetric[] Metrics = [new Rmse(), new Mae()];

    /// <summary>Figures over all test rows; empty if there is none.</summary>
    public static MetricValue[] Measure(
        IRecommender model, SparseMatrix train, SparseMatrix test, EvaluationOptions options, Workers workers, long seed) =>
        MeasureUsers(model, train, test, workers).Figures.Summarize(options.Split, null, options.Resamples, seed, workers);

    /// <summary>The errors of each user with a test row, and the prediction of each test row, clipped to the range of the training values.</summary>
    public static (UserFigures Figures, float[] Predicted) MeasureUsers(IRecommender model, SparseMatrix train, SparseMatrix test, Workers workers)
    {
        var users = Enumerable.Range(0, test.RowCount).Where(user => test.CountOf(user) > 0).ToArray();
        var predicted = new float[test.EntryCount];
        var metrics = Metrics.Select((metric, place) => new UserMetric(metric.Name, place, Metrics.Length) { FromMean = metric.FromMean });
        return (new UserFigures(users, null, [.. metrics], SumLosses(model, RangeOf(train), test, users, predicted, workers)), predicted);
    }

    /// <summary>For each user the sums of the losses, and after them the number of rows.</summary>
    private static PerUserSums SumLosses(
        IRecommender model, (float Lowest, float Highest) range, SparseMatrix test, int[] users, float[] predicted, Workers workers)
    {
        var losses = new PerUserSums(Metrics.Length + 1, users.Length);
        workers.ForEachPiece(users.Length, UsersInPiece, (from, to) =>
        {
            for (var i = from; i < to; i++)
            {
                var user = users[i];
                var sums = losses.Of(i);
                var items = test.ColumnsOf(user);
                var values = test.ValuesOf(user);
                var predictions = predicted.AsSpan(test.RowStart[user], items.Length);
                for (var j = 0; j < items.Length; j++)
                {
                    predictions[j] = Math.Clamp(model.Predict(user, items[j]), range.Lowest, range.Highest);
                    var difference = (double)predictions[j] - values[j];
                    for (var metric = 0; metric < Metrics.Length; metric++)
                    {
                        sums[metric] += Metrics[metric].Loss(difference);
                    }
                }

                sums[Metrics.Length] = items.Length;
            }
        });
        return losses;
    }

    private static (float Lowest, float Highest) RangeOf(SparseMatrix train) =>
        train.EntryCount == 0 ? (float.NegativeInfinity, float.PositiveInfinity) : (train.Value.Min(), train.Value.Max());
}
