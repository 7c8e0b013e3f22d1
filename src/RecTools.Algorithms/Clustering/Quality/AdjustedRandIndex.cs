namespace RecTools.Algorithms;

/// <summary>
/// How far two groupings of the same points agree (Hubert and Arabie 1985): the share of pairs on which they do, corrected for chance.
/// 1 for the same groups whatever their numbers, about 0 for groups that know nothing of each other.
/// </summary>
public static class AdjustedRandIndex
{
    /// <summary>Compares two groupings.</summary>
    /// <param name="left">The group of each point, from 0.</param>
    /// <param name="right">The other group of each point, from 0.</param>
    /// <exception cref="ArgumentException">The groupings are not of the same points.</exception>
    public static double Of(ReadOnlySpan<int> left, ReadOnlySpan<int> right)
    {
        if (left.Length != right.Length)
        {
            throw new ArgumentException($"{left.Length} points cannot be compared with {right.Length}.", nameof(right));
        }

        var (ofLeft, ofRight, ofBoth) = (new Dictionary<int, int>(), new Dictionary<int, int>(), new Dictionary<(int, int), int>());
        for (var point = 0; point < left.Length; point++)
        {
            Count(ofLeft, left[point]);
            Count(ofRight, right[point]);
            Count(ofBoth, (left[point], right[point]));
        }

        var (leftPairs, rightPairs, bothPairs) = (Pairs(ofLeft.Values), Pairs(ofRight.Values), Pairs(ofBoth.Values));
        var all = left.Length * (left.Length - 1.0) / 2;
        var expected = all == 0 ? 0 : leftPairs * rightPairs / all;
        var most = (leftPairs + rightPairs) / 2;

        // One group on both sides, or every point alone: nothing could be different.
        return most == expected ? 1 : (bothPairs - expected) / (most - expected);
    }

    private static void Count<TKey>(Dictionary<TKey, int> counts, TKey key)
        where TKey : notnull => counts[key] = counts.GetValueOrDefault(key) + 1;

    private static double Pairs(IEnumerable<int> counts) => counts.Sum(count => count * (count - 1.0) / 2);
}
