namespace RecTools.Algorithms;

/// <summary>Measures lists of recommendations against the test rows.</summary>
internal static class RankingEvaluation
{
    private const int UsersInPiece = 256;

    private static readonly IRankingMetric[] Metrics = [new Precision(), new Recall(), new Ndcg(), new HitRate(), new MapAtK(), new Map()];

    /// <summary>Figures over all users with a relevant test row; empty if there is none.</summary>
    public static IEnumerable<MetricValue> Measure(
        IRecommender model, SparseMatrix train, SparseMatrix test, int k, EvaluationOptions options, Workers workers, long seed)
    {
        var relevant = RelevantItems(train, test, options.RelevantFrom ?? float.NegativeInfinity);
        var users = Enumerable.Range(0, test.RowCount).Where(user => relevant.CountOf(user) > 0).ToArray();
        if (users.Length == 0)
        {
            yield break;
        }

        var lists = TopItemsForUsers.Select(model, options.Lists with { Seen = train }, 0, test.RowCount, k, workers, user => relevant.CountOf(user) > 0);
        var sums = MeasureUsers(users, lists, relevant, k, workers);
        var total = sums.Total();
        var bootstrap = new UserBootstrap(sums, options.Resamples, seed, workers);
        for (var metric = 0; metric < Metrics.Length; metric++)
        {
            var column = metric;
            double Figure(double[] summed) => summed[column] / users.Length;
            var (lower, upper) = bootstrap.Interval(Figure);
            yield return new MetricValue(options.Split, Metrics[column].Name, k, Figure(total), lower, upper);
        }

        yield return new MetricValue(options.Split, Coverage.Name, k, Coverage.Measure(lists, test.ColumnCount), null, null);
        if (options.Lists.Likeness is { } likeness && ListDiversity.Measure(lists, likeness) is { } diversity)
        {
            yield return new MetricValue(options.Split, ListDiversity.Name, k, diversity, null, null);
        }
    }

    /// <summary>Test rows that make an item relevant: their value is large enough, and the item is none of those that lists leave out.</summary>
    private static SparseMatrix RelevantItems(SparseMatrix train, SparseMatrix test, float relevantFrom)
    {
        var start = new int[test.RowCount + 1];
        var column = new List<int>(test.EntryCount);
        for (var user = 0; user < test.RowCount; user++)
        {
            var seen = train.ColumnsOf(user);
            var items = test.ColumnsOf(user);
            var values = test.ValuesOf(user);
            for (var i = 0; i < items.Length; i++)
            {
                if (values[i] >= relevantFrom && seen.BinarySearch(items[i]) < 0)
                {
                    column.Add(items[i]);
                }
            }

            start[user + 1] = column.Count;
        }

        return new SparseMatrix(test.ColumnCount, start, [.. column], new float[column.Count]);
    }

    private static PerUserSums MeasureUsers(int[] users, TopLists lists, SparseMatrix relevant, int k, Workers workers)
    {
        var rows = new double[users.Length * Metrics.Length];
        workers.ForEachPiece(users.Length, UsersInPiece, () => new bool[lists.Top], (from, to, scratch) =>
        {
            for (var i = from; i < to; i++)
            {
                var list = lists.Of(users[i]);
                var items = relevant.ColumnsOf(users[i]);
                var hits = scratch.AsSpan(0, list.Length);
                for (var place = 0; place < list.Length; place++)
                {
                    hits[place] = items.BinarySearch(list[place].Item) >= 0;
                }

                for (var metric = 0; metric < Metrics.Length; metric++)
                {
                    rows[(i * Metrics.Length) + metric] = Metrics[metric].Measure(hits, items.Length, k);
                }
            }
        });
        return new PerUserSums(Metrics.Length, rows);
    }
}
