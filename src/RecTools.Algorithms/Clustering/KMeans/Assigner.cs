namespace RecTools.Algorithms;

/// <summary>
/// Puts each point to its nearest center, of equally near ones to the first, and sums up the clusters on the way. Ways of doing so differ in what they
/// spare, never in what they find.
/// </summary>
internal abstract class Assigner
{
    private readonly int[] changed;

    /// <summary>Makes room.</summary>
    protected Assigner(PointBlocks blocks, CenterTable centers, Workers workers)
    {
        (Blocks, Centers, Workers) = (blocks, centers, workers);
        Sums = new ClusterSums(blocks.Points, centers.Count);
        ClusterOf = new int[blocks.Points.Count];
        Array.Fill(ClusterOf, -1);
        changed = new int[(ClusterOf.Length + Sums.PieceSize - 1) / Sums.PieceSize];
    }

    /// <summary>The cluster of each point.</summary>
    public int[] ClusterOf { get; }

    /// <summary>Sums of the clusters.</summary>
    public ClusterSums Sums { get; }

    /// <summary>The points.</summary>
    protected PointBlocks Blocks { get; }

    /// <summary>The centers.</summary>
    protected CenterTable Centers { get; }

    /// <summary>Threads and cancellation.</summary>
    protected Workers Workers { get; }

    /// <summary>Puts all points to the centers as they now are.</summary>
    /// <returns>How many came to another cluster.</returns>
    public int Assign()
    {
        Workers.ForEachPiece(ClusterOf.Length, Sums.PieceSize, () => new NearestSearch(Blocks.Points, Centers), (from, to, search) =>
        {
            Sums.Clear(from);
            changed[from / Sums.PieceSize] = AssignPiece(from, to, search);
        });
        Sums.Merge();
        return changed.Sum();
    }

    /// <summary>Hears of centers that will move.</summary>
    /// <param name="next">The centers to come, row after row.</param>
    public virtual void Moving(ReadOnlySpan<double> next)
    {
    }

    /// <summary>Hears of a point that was put to another cluster from outside.</summary>
    public virtual void Moved(int point)
    {
    }

    /// <summary>Assigns one piece and adds it to the sums.</summary>
    /// <returns>How many points came to another cluster.</returns>
    protected abstract int AssignPiece(int from, int to, NearestSearch search);

    /// <summary>Takes the cluster of one point.</summary>
    /// <returns>1 if it is another one.</returns>
    protected int Take(int point, int cluster)
    {
        var other = ClusterOf[point] != cluster;
        ClusterOf[point] = cluster;
        return other ? 1 : 0;
    }
}
