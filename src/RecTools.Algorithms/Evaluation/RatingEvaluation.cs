namespace RecTools.Algorithms;

/// <summary>Measures how far predicted ratings are from the test rows.</summary>
internal static class RatingEvaluation
{
    private const int UsersInPiece = 64;

    private static readonly IRatingMetric[] Metrics = [new Rmse(), new Mae()];

    /// <summary>Figures over all test rows; empty if there is none.</summary>
    public static IEnumerable<MetricValue> Measure(
        IRecommender model, SparseMatrix train, SparseMatrix test, EvaluationOptions options, Workers workers, long seed)
    {
        if (test.EntryCount == 0)
        {
            yield break;
        }

        var sums = SumLosses(model, train, test, workers);
        var total = sums.Total();
        var bootstrap = new UserBootstrap(sums, options.Resamples, seed, workers);
        for (var metric = 0; metric < Metrics.Length; metric++)
        {
            var column = metric;
            double Figure(double[] summed) => Metrics[column].FromMean(summed[column] / summed[Metrics.Length]);
            var (lower, upper) = bootstrap.Interval(Figure);
            yield return new MetricValue(options.Split, Metrics[column].Name, null, Figure(total), lower, upper);
        }
    }

    /// <summary>For each user with a test row the sums of the losses, and after them the number of rows.</summary>
    private static PerUserSums SumLosses(IRecommender model, SparseMatrix train, SparseMatrix test, Workers workers)
    {
        var (lowest, highest) = RangeOf(train);
        var users = Enumerable.Range(0, test.RowCount).Where(user => test.CountOf(user) > 0).ToArray();
        var columns = Metrics.Length + 1;
        var rows = new double[users.Length * columns];
        workers.ForEachPiece(users.Length, UsersInPiece, (from, to) =>
        {
            for (var i = from; i < to; i++)
            {
                var user = users[i];
                var sums = rows.AsSpan(i * columns, columns);
                var items = test.ColumnsOf(user);
                var values = test.ValuesOf(user);
                for (var j = 0; j < items.Length; j++)
                {
                    var difference = (double)Math.Clamp(model.Predict(user, items[j]), lowest, highest) - values[j];
                    for (var metric = 0; metric < Metrics.Length; metric++)
                    {
                        sums[metric] += Metrics[metric].Loss(difference);
                    }
                }

                sums[Metrics.Length] = items.Length;
            }
        });
        return new PerUserSums(columns, rows);
    }

    private static (float Lowest, float Highest) RangeOf(SparseMatrix train) =>
        train.EntryCount == 0 ? (float.NegativeInfinity, float.PositiveInfinity) : (train.Value.Min(), train.Value.Max());
}
