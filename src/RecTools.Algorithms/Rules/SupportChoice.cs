namespace RecTools.Algorithms;

/// <summary>
/// Picks a support that gives a useful number of rules, a thousand to twenty thousand. Goes down the usual ones from all baskets to the last that is more than
/// chance. Where a step passes from too few rules to too many, or to more itemsets than are looked at, the counts between the two are halved until one fits.
/// If none does, the one with too few rules is taken, as long as it gives any. What is picked depends on the baskets and the settings alone, as long as memory
/// holds the itemsets that are looked at.
/// </summary>
internal sealed class SupportChoice(RuleMiner miner)
{
    /// <summary>Rules that are worth having at least.</summary>
    public const int FewestRules = 1_000;

    /// <summary>Rules that can still be looked through.</summary>
    public const int MostRules = 20_000;

    /// <summary>Itemsets that are looked at: a useful number of rules does not need more, and to count them takes a second or two.</summary>
    public const long MostItemsets = 4_000_000;

    // Fewer baskets than these are chance.
    private const int LeastCount = 5;

    // As written, since 0.1 x 0.2 is a hair above 0.02.
    private static readonly double[] Shares =
    [
        1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001, 0.0005, 0.0002, 0.0001, 0.00005, 0.00002, 0.00001, 0.000005, 0.000002, 0.000001,
    ];

    /// <summary>Finds the rules at the support picked.</summary>
    /// <exception cref="RecException"><c>NoUsefulSupport</c>: one count gives no rule, and the next below it too many.</exception>
    public MinedRules Choose()
    {
        MinedRules? few = null;
        foreach (var count in Counts())
        {
            var found = miner.TryFindRules(count, MostItemsets);
            if (found is null || found.Rules.Count > MostRules)
            {
                return Between(count, found, few);
            }

            few = found;
            if (found.Rules.Count >= FewestRules)
            {
                break;
            }
        }

        return few!;
    }

    // Low gives too many rules, all of them in many if they fit; few has too few.
    private MinedRules Between(int low, MinedRules? many, MinedRules? few)
    {
        var high = few?.MinCount ?? miner.BasketCount + 1;
        while (high - low > 1)
        {
            var middle = low + ((high - low) / 2);
            var found = miner.TryFindRules(middle, MostItemsets);
            if (found is null || found.Rules.Count > MostRules)
            {
                (low, many) = (middle, found);
            }
            else if (found.Rules.Count >= FewestRules)
            {
                return found;
            }
            else
            {
                (high, few) = (middle, found);
            }
        }

        return few is { Rules.Count: > 0 } ? few : many ?? throw miner.NoUsefulSupport(low);
    }

    private IEnumerable<int> Counts()
    {
        foreach (var share in Shares)
        {
            var count = SupportThreshold.AtLeast(share, miner.BasketCount);
            if (count <= LeastCount)
            {
                break;
            }

            yield return count;
        }

        // Of few baskets even two are something.
        yield return Math.Min(LeastCount, Math.Max(2, miner.BasketCount / 10));
    }
}
