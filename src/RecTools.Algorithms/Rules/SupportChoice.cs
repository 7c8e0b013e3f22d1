namespace RecTools.Algorithms;

/// <summary>
/// Picks a support: goes down the usual ones from a tenth of the baskets, and takes the first that gives a useful number of rules; the last
/// one tried if none does. A support that would give too many itemsets or rules is not tried further.
/// </summary>
internal sealed class SupportChoice(RuleMiner miner)
{
    private const int UsefulRules = 1_000;

    // Fewer baskets than these are chance.
    private const int LeastCount = 5;
    private static readonly double[] Steps = [1, 0.5, 0.2];

    /// <summary>Finds the rules at the support picked.</summary>
    public MinedRules Choose()
    {
        MinedRules? best = null;
        foreach (var count in Counts())
        {
            var found = miner.Mine(count) is { } itemsets ? miner.FindRules(itemsets, count) : null;
            if (found is null)
            {
                break;
            }

            best = found;
            if (found.Rules.Count >= UsefulRules)
            {
                break;
            }
        }

        return best ?? miner.FindRules(miner.BasketCount);
    }

    private IEnumerable<int> Counts()
    {
        for (var share = 0.1; ; share /= 10)
        {
            foreach (var step in Steps)
            {
                var count = SupportThreshold.AtLeast(share * step, miner.BasketCount);
                if (count <= LeastCount)
                {
                    // Of few baskets even two are something.
                    yield return Math.Min(LeastCount, Math.Max(2, miner.BasketCount / 10));
                    yield break;
                }

                yield return count;
            }
        }
    }
}
