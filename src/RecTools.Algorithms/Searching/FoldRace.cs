using MathNet.Numerics.Distributions;

namespace RecTools.Algorithms;

/// <summary>
/// Decides fold by fold whether settings are worth measuring further: they are given up once they are clearly behind the best so far on the same folds
/// (racing: Maron and Moore 1994; Lopez-Ibanez et al. 2016).
/// </summary>
/// <remarks>Figures are such that larger is better.</remarks>
/// <param name="finished">Figures of those that were measured on all folds, in order.</param>
public sealed class FoldRace(IReadOnlyList<double[]> finished)
{
    // One-sided. A fold more costs little beside a good setting lost.
    private const double Certainty = 0.975;
    private const int FewestDegrees = 3;
    private readonly double[]? best = finished.MaxBy(values => values.Average());

    /// <summary>Whether settings are clearly behind.</summary>
    /// <param name="values">Their figures so far.</param>
    public bool IsBehind(ReadOnlySpan<double> values)
    {
        if (best is null || values.Length == 0)
        {
            return false;
        }

        // How much differences to the best vary from fold to fold is learned from all that were measured, and from the settings themselves.
        double squares = 0;
        var degrees = 0;
        foreach (var other in finished.Where(other => !ReferenceEquals(other, best)))
        {
            squares += SquaresOf(other, best);
            degrees += other.Length - 1;
        }

        squares += SquaresOf(values, best);
        degrees += values.Length - 1;
        return degrees >= FewestDegrees
            && FoldDifference.Of(values, best).Mean < -StudentT.InvCDF(0, 1, degrees, Certainty) * Math.Sqrt(squares / degrees / values.Length);
    }

    /// <summary>How good settings are, to be compared with others that were measured on more folds or fewer: the mean above the first that was measured on all.</summary>
    public double ScoreOf(ReadOnlySpan<double> values) => finished.Count == 0 ? MeanOf(values) : FoldDifference.Of(values, finished[0]).Mean;

    /// <summary>Which settings to take: the plainest of those that are no worse than the best beyond one standard error (Breiman et al. 1984).</summary>
    /// <param name="plainness">For each of the finished how plain it is: 0 for defaults, more for what must earn its place.</param>
    public int Choose(IReadOnlyList<int> plainness)
    {
        var top = Enumerable.Range(0, finished.Count).MaxBy(i => finished[i].Average());
        var within = Enumerable.Range(0, finished.Count).Where(i =>
        {
            var behind = FoldDifference.Of(finished[top], finished[i]);
            return i == top || behind.Mean <= behind.StandardError;
        }).ToArray();
        var plainest = within.Min(i => plainness[i]);
        return within.Where(i => plainness[i] == plainest).MaxBy(i => finished[i].Average());
    }

    private static double SquaresOf(ReadOnlySpan<double> values, double[] others)
    {
        var error = FoldDifference.Of(values, others).StandardError;
        return error * error * values.Length * (values.Length - 1);
    }

    private static double MeanOf(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (var value in values)
        {
            sum += value;
        }

        return sum / values.Length;
    }
}
