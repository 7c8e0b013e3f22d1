namespace RecTools.Algorithms;

/// <summary>Measures lists of recommendations against the test rows.</summary>
internal static class RankingEvaluation
{
    private const int UsersInPiece = 256;

    private static readonly IRankingMetric[] HitMetrics = [new Precision(), new Recall(), new Ndcg(), new HitRate(), new MapAtK(), new Map()];

    /// <summary>Figures over all users with a relevant test row; empty if there is none.</summary>
    public static MetricValue[] Measure(
        IRecommender model, SparseMatrix train, SparseMatrix test, int k, EvaluationOptions options, Workers workers, long seed)
    {
        IListMetric[] others = options.Lists.Likeness is { } likeness ? [new ListDiversity(likeness)] : [];
        var (figures, lists) = MeasureUsers(model, train, test, k, options, others, workers);
        return Summarize(figures, lists, test.ColumnCount, options, workers, seed);
    }

    /// <summary>The figures of each user with a relevant test row, and the lists that they are of.</summary>
    /// <param name="model">The model.</param>
    /// <param name="train">What it was fitted on, users by items.</param>
    /// <param name="test">Rows to measure on, of the same shape.</param>
    /// <param name="k">Length of the lists.</param>
    /// <param name="options">What counts as relevant, and how lists are put together.</param>
    /// <param name="others">What to measure beside hits.</param>
    /// <param name="workers">Threads and cancellation.</param>
    public static (UserFigures Figures, TopLists Lists) MeasureUsers(
        IRecommender model, SparseMatrix train, SparseMatrix test, int k, EvaluationOptions options, IListMetric[] others, Workers workers)
    {
        var relevant = RelevantItems(train, test, options.RelevantFrom ?? float.NegativeInfinity);
        var users = Enumerable.Range(0, test.RowCount).Where(user => relevant.CountOf(user) > 0).ToArray();
        var lists = TopItemsForUsers.Select(model, options.Lists with { Seen = train }, 0, test.RowCount, k, workers, user => relevant.CountOf(user) > 0);
        UserMetric[] metrics =
        [
            .. HitMetrics.Select((metric, place) => new UserMetric(metric.Name, place, null)),
            .. others.Select((metric, place) => new UserMetric(metric.Name, HitMetrics.Length + (2 * place), HitMetrics.Length + (2 * place) + 1)),
        ];
        return (new UserFigures(users, k, metrics, SumsOf(users, lists, relevant, k, others, workers)), lists);
    }

    /// <summary>Figures of all users, with that of all lists together after those of hits; empty without users.</summary>
    public static MetricValue[] Summarize(UserFigures figures, TopLists lists, int itemCount, EvaluationOptions options, Workers workers, long seed)
    {
        var values = figures.Summarize(options.Split, null, options.Resamples, seed, workers);
        return values.Length == 0 ? []
        :
        [
            .. values[..HitMetrics.Length],
            new MetricValue(options.Split, Coverage.Name, figures.K, Coverage.Measure(lists, itemCount), null, null),
            .. values[HitMetrics.Length..],
        ];
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

    private static PerUserSums SumsOf(int[] users, TopLists lists, SparseMatrix relevant, int k, IListMetric[] others, Workers workers)
    {
        var sums = new PerUserSums(HitMetrics.Length + (2 * others.Length), users.Length);
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

                var own = sums.Of(i);
                var column = 0;
                foreach (var metric in HitMetrics)
                {
                    own[column++] = metric.Measure(hits, items.Length, k);
                }

                foreach (var metric in others)
                {
                    (own[column++], own[column++]) = metric.Measure(users[i], list);
                }
            }
        });
        return sums;
    }
}
