using MathNet.Numerics;

namespace RecTools.Algorithms;

/// <summary>Fisher's exact test of a two-by-two table, one-sided: is X found with Y more often than chance explains?</summary>
internal static class FisherExactTest
{
    /// <summary>The chance of as many common baskets as a rule has, or more, if they were drawn without regard to each other: the upper tail of the hypergeometric distribution.</summary>
    /// <returns>0 to 1; 0 where it is too small for a double.</returns>
    public static double PValue(RuleMeasures rule)
    {
        var (n, x, y) = (rule.Baskets, rule.Antecedent, rule.Consequent);
        var least = Math.Max(0, (long)x + y - n);
        if (rule.Both <= least)
        {
            return 1;
        }

        var term = Math.Exp(
            Ln(x) - Ln(rule.Both) - Ln(x - rule.Both)
            + Ln(n - x) - Ln(y - rule.Both) - Ln((int)((long)n - x - y + rule.Both))
            - (Ln(n) - Ln(y) - Ln(n - y)));
        double sum = 0;
        for (long both = rule.Both; both <= Math.Min(x, y); both++)
        {
            sum += term;
            var ratio = (double)(x - both) * (y - both) / ((both + 1.0) * ((long)n - x - y + both + 1));
            term *= ratio;

            // Terms rise up to the mode and then fall ever faster; what is left no longer shows.
            if (ratio < 1 && term < sum * 1e-17)
            {
                break;
            }
        }

        return Math.Min(1, sum);
    }

    private static double Ln(int factorial) => SpecialFunctions.FactorialLn(factorial);
}
