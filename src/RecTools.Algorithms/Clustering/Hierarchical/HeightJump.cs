namespace RecTools.Algorithms;

/// <summary>Chooses the number of clusters where the height of the merges jumps most: the next merge is the most times as high as the last one.</summary>
internal static class HeightJump
{
    /// <summary>The most clusters that are looked at.</summary>
    public const int LargestCount = 10;

    /// <summary>The number from 2 to <see cref="LargestCount"/> with the largest jump, the smallest of equally good ones; 1 where all merges are at height 0.</summary>
    public static int ClusterCount(MergeTree tree)
    {
        var merges = tree.Height.Length;
        if (merges == 0 || tree.Height.Max() <= 0)
        {
            return 1;
        }

        var (best, largest) = (Math.Min(2, tree.LeafCount), 1.0);
        for (var count = 2; count <= LargestCount && count <= merges; count++)
        {
            var (last, next) = (tree.Height[merges - count], tree.Height[merges - count + 1]);
            var jump = next > 0 ? next / last : 0;
            if (jump > largest)
            {
                (best, largest) = (count, jump);
            }
        }

        return best;
    }
}
