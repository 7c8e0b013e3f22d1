namespace RecTools.Algorithms;

/// <summary>Searches blocks of groups for the nearest one, in several threads where there is enough to read; the pieces depend on the size alone.</summary>
/// <param name="dimension">Coordinates of a group.</param>
/// <param name="search">Searches some blocks, from the first index to before the second; gives the slot.</param>
/// <param name="workers">Threads.</param>
internal sealed class BlockScan(int dimension, Func<int, int, Neighbor> search, Workers workers)
{
    // Below this, waking another thread costs more than it saves.
    private const int NumbersInPiece = 1 << 18;
    private readonly int blocksInPiece = Math.Max(1, NumbersInPiece / (BlockDistances.Lanes * dimension));

    /// <summary>The nearest, of equally near ones in the lowest slot.</summary>
    public Neighbor Nearest(int blockCount)
    {
        if (workers.Threads == 1 || blockCount <= blocksInPiece)
        {
            return search(0, blockCount);
        }

        var found = new Neighbor[(blockCount + blocksInPiece - 1) / blocksInPiece];
        workers.ForEachPiece(blockCount, blocksInPiece, (from, to) => found[from / blocksInPiece] = search(from, to));
        var nearest = found[0];
        foreach (var candidate in found)
        {
            if (candidate.Distance < nearest.Distance)
            {
                nearest = candidate;
            }
        }

        return nearest;
    }
}
