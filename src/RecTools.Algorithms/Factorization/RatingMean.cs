namespace RecTools.Algorithms;

/// <summary>The mean of ratings.</summary>
internal static class RatingMean
{
    /// <summary>The mean; 0 of none.</summary>
    public static float Of(float[] values)
    {
        double sum = 0;
        foreach (var value in values)
        {
            sum += value;
        }

        return (float)(sum / Math.Max(1, values.Length));
    }
}
