namespace RecTools.Algorithms;

/// <summary>What the two kinds of mean average precision share: sum over hits of (hits up to the place / place); places count from 1.</summary>
internal static class AveragePrecision
{
    /// <summary>The sum for one list.</summary>
    public static double Sum(ReadOnlySpan<bool> hits)
    {
        double sum = 0;
        var found = 0;
        for (var i = 0; i < hits.Length; i++)
        {
            if (hits[i])
            {
                sum += (double)++found / (i + 1);
            }
        }

        return sum;
    }
}
