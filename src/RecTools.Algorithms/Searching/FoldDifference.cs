namespace RecTools.Algorithms;

/// <summary>How much better one is than another on the same folds.</summary>
/// <param name="Mean">Mean over the folds.</param>
/// <param name="StandardError">Standard error of it.</param>
public readonly record struct FoldDifference(double Mean, double StandardError)
{
    /// <summary>Compares the figures of two, as far as both have been measured.</summary>
    public static FoldDifference Of(ReadOnlySpan<double> ours, ReadOnlySpan<double> theirs)
    {
        var count = Math.Min(ours.Length, theirs.Length);
        double sum = 0, squares = 0;
        for (var i = 0; i < count; i++)
        {
            sum += ours[i] - theirs[i];
        }

        var mean = sum / count;
        for (var i = 0; i < count; i++)
        {
            var apart = ours[i] - theirs[i] - mean;
            squares += apart * apart;
        }

        return new FoldDifference(mean, count < 2 ? 0 : Math.Sqrt(squares / (count - 1) / count));
    }
}
