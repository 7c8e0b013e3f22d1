using System.Numerics;

namespace RecTools.Algorithms;

/// <summary>
/// Says how many itemsets a support gives without keeping any: counted exactly as long as that is quick, beyond that foretold from how the number
/// grew at the supports before (it grows about as a power of the support).
/// </summary>
/// <param name="baskets">The baskets.</param>
/// <param name="boundsAt">What to look for at a count.</param>
/// <param name="workers">Threads and cancellation.</param>
internal sealed class ItemsetEstimator(BasketSet baskets, Func<int, ItemsetBounds> boundsAt, Workers workers)
{
    private const long CountedAtMost = 20_000_000;
    private static readonly double[] UsualShares = [0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001, 0.0005, 0.0002, 0.0001];

    /// <summary>Estimates at falling supports, down to the one asked for.</summary>
    /// <param name="minCount">The count asked for; null for the usual shares.</param>
    public IReadOnlyList<ItemsetEstimate> Estimate(int? minCount)
    {
        var estimates = new List<ItemsetEstimate>();
        foreach (var count in Counts(minCount).Distinct())
        {
            // Once a support gives too many to count, lower ones give more.
            var isCounted = estimates.All(estimate => estimate.Kind == EstimateKind.Counted);
            var found = isCounted ? ItemsetMiner.Count(baskets, boundsAt(count), CountedAtMost, workers) : CountedAtMost + 1;
            var (itemsets, kind) = found <= CountedAtMost ? (found, EstimateKind.Counted) : Foretell(estimates, count);
            estimates.Add(new ItemsetEstimate((double)count / baskets.Count, count, itemsets, kind, Bytes(itemsets)));
        }

        return estimates;
    }

    private IEnumerable<int> Counts(int? minCount)
    {
        if (minCount is not { } asked)
        {
            return UsualShares.Select(share => SupportThreshold.AtLeast(share, baskets.Count)).Where(count => count > 1);
        }

        // Doubled until nothing more can be found, from the top down: higher supports cost next to nothing.
        var doublings = BitOperations.Log2((uint)Math.Max(1, baskets.Count / asked));
        return Enumerable.Range(0, doublings + 1).Select(step => asked << (doublings - step));
    }

    // The line through the last two counted points, both axes logarithmic.
    private static (long Itemsets, EstimateKind Kind) Foretell(List<ItemsetEstimate> estimates, int count)
    {
        var counted = estimates.Where(estimate => estimate.Kind == EstimateKind.Counted && estimate.Itemsets > 0).TakeLast(2).ToArray();
        if (counted is [var a, var b] && b.Itemsets > a.Itemsets)
        {
            var slope = Math.Log((double)b.Itemsets / a.Itemsets) / Math.Log((double)a.MinCount / b.MinCount);
            var foretold = b.Itemsets * Math.Pow((double)b.MinCount / count, slope);
            if (foretold > CountedAtMost)
            {
                return ((long)Math.Min(foretold, 1e18), EstimateKind.Foretold);
            }
        }

        return (CountedAtMost, EstimateKind.AtLeast);
    }

    private static long Bytes(long itemsets) => (long)Math.Min(long.MaxValue / 2, (double)itemsets * ItemsetMiner.BytesPerItemset);
}
