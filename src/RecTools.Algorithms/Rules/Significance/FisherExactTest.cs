using MathNet.Numerics;

namespace RecTools.Algorithms;

/// <summary>Fisher's exact test of a two-by-two table, one-sided: is X found with Y more often than chance explains?</summary>
internal static class FisherExactTest
{
    /// <summary>The chance of as many common baskets as a rule has, or more, if they were drawn without regard to each other: the upper tail of the hypergeometric distribution.</summary>
    /// <returns>0 to 1; 0 where it is too small for a double.</returns>
    public static double PValue(RuleMeasures rule)
    {
        // From the nearer side of the most likely number: terms only fall from there, so the first is the largest and tells whether the sum shows at all.
        var mode = (long)((rule.Antecedent + 1.0) * (rule.Consequent + 1.0) / (rule.Baskets + 2.0));
        return rule.Both > mode ? Math.Min(1, Tail(rule, rule.Both, 1)) : Math.Max(0, 1 - Tail(rule, rule.Both - 1, -1));
    }

    // Sum of the chances of a number of common baskets and of all beyond it in one direction.
    private static double Tail(RuleMeasures rule, long both, int step)
    {
        var (n, x, y) = ((long)rule.Baskets, (long)rule.Antecedent, (long)rule.Consequent);
        var (least, most) = (Math.Max(0, x + y - n), Math.Min(x, y));
        if (both < least || both > most)
        {
            return 0;
        }

        double sum = 0;
        for (var term = Chance(n, x, y, both); term > sum * 1e-17; both += step)
        {
            sum += term;
            term *= step > 0
                ? (double)(x - both) * (y - both) / ((both + 1.0) * (n - x - y + both + 1))
                : (double)both * (n - x - y + both) / ((x - both + 1.0) * (y - both + 1));
        }

        return sum;
    }

    private static double Chance(long n, long x, long y, long both) => Math.Exp(
        Ln(x) - Ln(both) - Ln(x - both)
        + Ln(n - x) - Ln(y - both) - Ln(n - x - y + both)
        - (Ln(n) - Ln(y) - Ln(n - y)));

    private static double Ln(long factorial) => SpecialFunctions.FactorialLn((int)factorial);
}
