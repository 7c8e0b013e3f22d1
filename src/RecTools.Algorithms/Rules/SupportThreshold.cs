namespace RecTools.Algorithms;

/// <summary>Turns shares of baskets into counts.</summary>
internal static class SupportThreshold
{
    /// <summary>The smallest count that is at least a share of the baskets; at least 1.</summary>
    public static int AtLeast(double share, int baskets)
    {
        // The product may come out a hair above a whole number; the quotient, rounded like the share itself, tells.
        var count = (int)Math.Ceiling(share * baskets);
        return Math.Max(1, baskets > 0 && (double)(count - 1) / baskets >= share ? count - 1 : count);
    }

    /// <summary>The largest count that is at most a share of the baskets.</summary>
    public static int AtMost(double share, int baskets)
    {
        var count = (int)Math.Floor(share * baskets);
        return baskets > 0 && (double)(count + 1) / baskets <= share ? count + 1 : count;
    }
}
