namespace RecTools.Algorithms;

/// <summary>
/// How groups were merged, two at a time, until one was left. Leaves have the numbers from 0, in two-stage trees groups of points rather than points;
/// the group that merge <c>i</c> makes has the number <see cref="LeafCount"/> + <c>i</c>. Merges are in ascending order of their height, except where
/// a linkage merges lower later (centroid and median).
/// </summary>
/// <param name="LeafCount">Number of leaves; there is one merge less.</param>
/// <param name="Left">For each merge the group of the smaller number.</param>
/// <param name="Right">For each merge the group of the larger number.</param>
/// <param name="Height">For each merge the distance at which it happened, in the unit of the points.</param>
/// <param name="Size">For each merge the points in the group it makes.</param>
/// <param name="LeafOf">The leaf of each point; null where each point is a leaf.</param>
public sealed record MergeTree(int LeafCount, int[] Left, int[] Right, double[] Height, int[] Size, int[]? LeafOf = null)
{
    /// <summary>Writes the tree.</summary>
    public void Save(BinaryWriter writer)
    {
        writer.Write(LeafCount);
        ModelContent.WriteArray<int>(writer, Left);
        ModelContent.WriteArray<int>(writer, Right);
        ModelContent.WriteArray<double>(writer, Height);
        ModelContent.WriteArray<int>(writer, Size);
        ModelContent.WriteArray<int>(writer, LeafOf ?? []);
    }

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The content is damaged.</exception>
    public static MergeTree Load(BinaryReader reader)
    {
        var tree = new MergeTree(
            ModelContent.ReadCount(reader),
            ModelContent.ReadArray<int>(reader),
            ModelContent.ReadArray<int>(reader),
            ModelContent.ReadArray<double>(reader),
            ModelContent.ReadArray<int>(reader),
            ModelContent.ReadArray<int>(reader) is { Length: > 0 } leafOf ? leafOf : null);
        var merges = Math.Max(0, tree.LeafCount - 1);
        return tree.Left.Length == merges && tree.Right.Length == merges && tree.Height.Length == merges && tree.Size.Length == merges
            ? tree
            : throw new InvalidDataException("The merges of the model do not fit together.");
    }
}
