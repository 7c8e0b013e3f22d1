namespace RecTools.Algorithms;

/// <summary>Corrects p-values for the number of tests: among a thousand rules that mean nothing, fifty have p below 0.05.</summary>
internal static class MultipleTesting
{
    /// <summary>Corrected p-values, in the order of the given ones.</summary>
    /// <param name="pValues">P-values of the tests that are of interest.</param>
    /// <param name="tests">Tests made in all, those included; the others count as if their p-value were 1, which can only make the corrected ones larger.</param>
    /// <param name="correction">How.</param>
    public static double[] Correct(double[] pValues, long tests, PValueCorrection correction)
    {
        var count = pValues.Length;
        ArgumentOutOfRangeException.ThrowIfLessThan(tests, count);
        var corrected = (double[])pValues.Clone();
        if (correction == PValueCorrection.None)
        {
            return corrected;
        }

        var order = new int[count];
        for (var i = 0; i < count; i++)
        {
            order[i] = i;
        }

        Array.Sort((double[])pValues.Clone(), order);
        if (correction == PValueCorrection.Holm)
        {
            double largest = 0;
            for (var i = 0; i < count; i++)
            {
                largest = Math.Max(largest, Math.Min(1, (tests - i) * pValues[order[i]]));
                corrected[order[i]] = largest;
            }
        }
        else
        {
            double smallest = 1;
            for (var i = count - 1; i >= 0; i--)
            {
                smallest = Math.Min(smallest, tests * pValues[order[i]] / (i + 1));
                corrected[order[i]] = smallest;
            }
        }

        return corrected;
    }
}
