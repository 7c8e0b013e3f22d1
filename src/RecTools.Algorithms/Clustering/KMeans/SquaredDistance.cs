namespace RecTools.Algorithms;

/// <summary>Squared distances in double precision, summed in the order of the features.</summary>
internal static class SquaredDistance
{
    /// <summary>Between a point and a center.</summary>
    public static double Between(ReadOnlySpan<float> point, ReadOnlySpan<double> center)
    {
        double sum = 0;
        for (var i = 0; i < point.Length; i++)
        {
            var difference = point[i] - center[i];
            sum += difference * difference;
        }

        return sum;
    }
}
