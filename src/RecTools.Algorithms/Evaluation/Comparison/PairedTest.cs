namespace RecTools.Algorithms;

/// <summary>
/// Whether two models differ on the same users by more than chance: an interval by the paired bootstrap (users are drawn with both models' figures), and a
/// p-value by Fisher's randomization test, which of the tests in use for ranked lists errs the least (Smucker, Allan and Carterette 2007).
/// </summary>
public static class PairedTest
{
    private const int OwnValue = 0;
    private const int OwnWeight = 1;
    private const int OtherValue = 2;
    private const int OtherWeight = 3;
    private const int Columns = 4;

    /// <summary>Compares two models.</summary>
    /// <param name="ours">Figures of the first.</param>
    /// <param name="other">Figures of the second, of the same users.</param>
    /// <param name="metric">What to compare by, such as <c>nDCG</c> or <c>RMSE</c>.</param>
    /// <param name="resamples">Resamples of the bootstrap and of the test each, at least 1; no p-value is below 1 / (resamples + 1) unless it is exact.</param>
    /// <param name="seed">Start of the draws.</param>
    /// <param name="workers">Threads and cancellation.</param>
    /// <returns>The same, bit for bit, at any number of threads.</returns>
    /// <exception cref="ArgumentException">The users are not the same, there is no such metric, or no resamples are wanted.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static PairedDifference Compare(UserFigures ours, UserFigures other, string metric, int resamples, long seed, Workers workers)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(resamples, 1);
        if (!ours.Users.AsSpan().SequenceEqual(other.Users))
        {
            throw new ArgumentException("The models were not measured on the same users.", nameof(other));
        }

        var how = ours.MetricOf(metric);
        var (own, others) = (ours.PartsOf(how), other.PartsOf(other.MetricOf(metric)));
        var sums = Beside(own, others);
        double Difference(double[] summed) =>
            how.Figure(summed[OwnValue], summed[OwnWeight]) - how.Figure(summed[OtherValue], summed[OtherWeight]);
        var difference = Difference(sums.Total());
        if (double.IsNaN(difference))
        {
            return new PairedDifference(difference, null, null, 1);
        }

        var (lower, upper) = new UserBootstrap(sums, resamples, seed, workers).Interval(Difference);
        return new PairedDifference(difference, lower, upper, new RandomizationTest(how, own, others).PValue(resamples, seed, workers));
    }

    private static PerUserSums Beside(WeightedValues own, WeightedValues other)
    {
        var sums = new PerUserSums(Columns, own.Values.Length);
        for (var row = 0; row < sums.UserCount; row++)
        {
            var both = sums.Of(row);
            (both[OwnValue], both[OwnWeight]) = (own.Values[row], own.Weights[row]);
            (both[OtherValue], both[OtherWeight]) = (other.Values[row], other.Weights[row]);
        }

        return sums;
    }
}
