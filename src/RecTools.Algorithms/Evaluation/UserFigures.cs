namespace RecTools.Algorithms;

/// <summary>The figures of each user measured, from which figures of all of them, of some of them, and of the difference of two models are made.</summary>
/// <remarks>
/// Every figure is a ratio of sums over users: a ranking metric adds its value and a weight of 1 for each, a rating error its losses and
/// its number of rows. A resample of users is therefore a sum of rows of one table.
/// </remarks>
public sealed class UserFigures
{
    private readonly UserMetric[] metrics;
    private readonly PerUserSums sums;

    /// <summary>Wraps what was measured.</summary>
    /// <param name="users">The users, ascending.</param>
    /// <param name="k">Length of the lists; null for rating errors.</param>
    /// <param name="metrics">How figures are made of the columns of <paramref name="sums"/>.</param>
    /// <param name="sums">One row a user.</param>
    internal UserFigures(int[] users, int? k, UserMetric[] metrics, PerUserSums sums)
    {
        Users = users;
        K = k;
        this.metrics = metrics;
        this.sums = sums;
        MetricNames = Array.ConvertAll(metrics, metric => metric.Name);
    }

    /// <summary>Numbers of the users measured, ascending; each has a row, in this order.</summary>
    public int[] Users { get; }

    /// <summary>Names of the metrics.</summary>
    public IReadOnlyList<string> MetricNames { get; }

    /// <summary>Length of the lists; null for rating errors.</summary>
    public int? K { get; }

    /// <summary>The figure of one user; NaN where the user has none, such as the diversity of a list of one item.</summary>
    /// <param name="row">Place of the user in <see cref="Users"/>.</param>
    /// <param name="metric">Name of the metric.</param>
    /// <exception cref="ArgumentException">There is no such metric.</exception>
    public double Of(int row, string metric) => MetricOf(metric).Figure(sums.Of(row), 1);

    /// <summary>The figure of all users; NaN where nobody has one.</summary>
    /// <param name="metric">Name of the metric.</param>
    /// <exception cref="ArgumentException">There is no such metric.</exception>
    public double Total(string metric) => MetricOf(metric).Figure(sums.Total(), sums.UserCount);

    /// <summary>The figures of all users or of some, with 95 % intervals by bootstrap over these users.</summary>
    /// <param name="split">What the results call the rows measured on.</param>
    /// <param name="ofUser">Whether a user, given by number, counts; null for all.</param>
    /// <param name="resamples">Resamples of the bootstrap; 0 for no intervals.</param>
    /// <param name="seed">Start of the draws.</param>
    /// <param name="workers">Threads and cancellation.</param>
    /// <returns>One value a metric, in the order of <see cref="MetricNames"/>; those that none of the users has a figure of are missing.</returns>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public MetricValue[] Summarize(string split, Func<int, bool>? ofUser, int resamples, long seed, Workers workers)
    {
        var some = ofUser is null ? sums : sums.Where(row => ofUser(Users[row]));
        if (some.UserCount == 0)
        {
            return [];
        }

        var total = some.Total();
        var bootstrap = new UserBootstrap(some, resamples, seed, workers);
        var values = new List<MetricValue>(metrics.Length);
        foreach (var metric in metrics)
        {
            var value = metric.Figure(total, some.UserCount);
            if (!double.IsNaN(value))
            {
                var (lower, upper) = bootstrap.Interval(resample => metric.Figure(resample, some.UserCount));
                values.Add(new MetricValue(split, metric.Name, K, value, lower, upper));
            }
        }

        return [.. values];
    }

    /// <summary>How a metric is made of sums.</summary>
    /// <exception cref="ArgumentException">There is no such metric.</exception>
    internal UserMetric MetricOf(string name) => Array.Find(metrics, metric => metric.Name == name)
        ?? throw new ArgumentException($"There are no figures of {name} for each user, but of {string.Join(", ", MetricNames)}.", nameof(name));

    /// <summary>What each user adds to a metric: the value, and the weight beside it.</summary>
    internal WeightedValues PartsOf(UserMetric metric)
    {
        var (values, weights) = (new double[Users.Length], new double[Users.Length]);
        for (var row = 0; row < values.Length; row++)
        {
            var own = sums.Of(row);
            values[row] = own[metric.Column];
            weights[row] = metric.WeightOf(own, 1);
        }

        return new WeightedValues(values, weights);
    }
}
