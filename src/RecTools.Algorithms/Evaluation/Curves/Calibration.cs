namespace RecTools.Algorithms;

/// <summary>Whether predicted ratings are right on average wherever they lie: where a model says 4, ratings should be 4 in the mean.</summary>
public static class Calibration
{
    /// <summary>Cuts test rows into bins of about equal count by their predicted rating.</summary>
    /// <param name="predicted">Predicted ratings.</param>
    /// <param name="actual">The ratings themselves, in the same order.</param>
    /// <param name="binCount">Bins wanted, at least 1; equal predictions stay together, so that there may be fewer.</param>
    /// <returns>The bins, from low to high; none without rows.</returns>
    /// <exception cref="ArgumentException">There are not as many ratings as predictions, or no bins are wanted.</exception>
    public static CalibrationBin[] Of(ReadOnlySpan<float> predicted, ReadOnlySpan<float> actual, int binCount = 10)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(binCount, 1);
        if (predicted.Length != actual.Length)
        {
            throw new ArgumentException($"There are {actual.Length} ratings for {predicted.Length} predictions.", nameof(actual));
        }

        var (sorted, ratings) = (predicted.ToArray(), actual.ToArray());
        Array.Sort(sorted, ratings);
        var bins = new List<CalibrationBin>(binCount);
        for (var (bin, from) = (1, 0); from < sorted.Length; bin++)
        {
            // A bin ends where it should if all were of one size, and after the last of equal predictions.
            var to = Math.Max(from + 1, (int)((long)sorted.Length * bin / binCount));
            while (to < sorted.Length && sorted[to] == sorted[to - 1])
            {
                to++;
            }

            bins.Add(new CalibrationBin(sorted[from], sorted[to - 1], to - from, Mean(sorted.AsSpan(from..to)), Mean(ratings.AsSpan(from..to))));
            from = to;
        }

        return [.. bins];
    }

    private static double Mean(ReadOnlySpan<float> values)
    {
        double sum = 0;
        foreach (var value in values)
        {
            sum += value;
        }

        return sum / values.Length;
    }
}
