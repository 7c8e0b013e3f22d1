namespace RecTools.Algorithms;

/// <summary>
/// 95 % intervals by the percentile bootstrap over users (Efron and Tibshirani 1993, chapter 13): users are drawn with replacement,
/// as many as there are; rows of one user stay together, because they are not independent.
/// </summary>
internal sealed class UserBootstrap
{
    private const int ResamplesInPiece = 25;
    private readonly double[][] resamples;

    /// <summary>Draws the resamples.</summary>
    /// <param name="sums">What to resample; at least one user.</param>
    /// <param name="count">Number of resamples.</param>
    /// <param name="seed">Start of the draws; each resample has a stream of its own.</param>
    /// <param name="workers">Threads and cancellation.</param>
    public UserBootstrap(PerUserSums sums, int count, long seed, Workers workers)
    {
        resamples = new double[count][];
        workers.ForEachPiece(count, ResamplesInPiece, () => new int[sums.UserCount], (from, to, drawn) =>
        {
            for (var resample = from; resample < to; resample++)
            {
                var random = new SeededRandom(seed, (ulong)resample);
                for (var draw = 0; draw < drawn.Length; draw++)
                {
                    drawn[draw] = random.Next(drawn.Length);
                }

                resamples[resample] = sums.Sum(drawn);
            }
        });
    }

    /// <summary>The interval of a figure.</summary>
    /// <param name="figure">Makes the figure from sums over users.</param>
    /// <returns>
    /// The 2.5 % and 97.5 % quantiles of the resamples' figures, with straight lines between neighbours; nulls without resamples. Resamples of users
    /// who have no such figure (NaN) do not count.
    /// </returns>
    public (double? Lower, double? Upper) Interval(Func<double[], double> figure)
    {
        var figures = Array.ConvertAll(resamples, sums => figure(sums));
        Array.Sort(figures);

        // NaN sorts before all numbers.
        var sorted = figures.AsSpan(figures.AsSpan().LastIndexOf(double.NaN) + 1);
        return sorted.IsEmpty ? (null, null) : (Quantile(sorted, 0.025), Quantile(sorted, 0.975));
    }

    private static double Quantile(ReadOnlySpan<double> sorted, double share)
    {
        var place = share * (sorted.Length - 1);
        var below = (int)place;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((place - below) * (sorted[above] - sorted[below]));
    }
}
