namespace RecTools.Algorithms;

/// <summary>
/// Compares only those points with the centers for which the triangle inequality leaves a doubt: each keeps an upper bound of the distance to its own
/// center and a lower one of that to all others (Hamerly 2010, 'Making k-means even faster').
/// </summary>
/// <remarks>
/// Every bound is rounded outwards by more than its operations can be off. Points in doubt are gathered into blocks of their own,
/// so that they cost no more than in a full comparison.
/// </remarks>
internal sealed unsafe class BoundedAssigner : Assigner
{
    // A block of which more points are in doubt is compared as it lies.
    private const int MostGathered = PointBlocks.Lanes * 3 / 4;
    private const float Outwards = 4f / (1 << 24);
    private readonly float[] upper;
    private readonly float[] lower;
    private readonly float[] nearer;
    private readonly float[] farther;

    /// <summary>Makes room.</summary>
    public BoundedAssigner(PointBlocks blocks, CenterTable centers, Workers workers)
        : base(blocks, centers, workers)
    {
        upper = new float[ClusterOf.Length];
        lower = new float[ClusterOf.Length];
        nearer = new float[centers.Count];
        farther = new float[centers.Count];
        Array.Fill(upper, float.PositiveInfinity);
    }

    /// <inheritdoc/>
    public override void Moving(ReadOnlySpan<double> next)
    {
        var (first, second, mover) = (0d, 0d, -1);
        for (var center = 0; center < Centers.Count; center++)
        {
            double squares = 0;
            for (var i = center * Centers.Dimension; i < (center + 1) * Centers.Dimension; i++)
            {
                var difference = next[i] - Centers.Values[i];
                squares += difference * difference;
            }

            var move = Math.Sqrt(squares) * Blocks.Space.Scale;
            farther[center] = Up(move);
            (first, second, mover) = move > first ? (move, first, center) : (first, Math.Max(second, move), mover);
        }

        // What the other centers can have come nearer.
        Array.Fill(nearer, Up(first));
        if (mover >= 0)
        {
            nearer[mover] = Up(second);
        }
    }

    /// <inheritdoc/>
    public override void Moved(int point) => upper[point] = float.PositiveInfinity;

    /// <inheritdoc/>
    protected override int AssignPiece(int from, int to, NearestSearch search)
    {
        var changed = 0;
        Span<int> gathered = stackalloc int[PointBlocks.Lanes];
        Span<int> doubtful = stackalloc int[PointBlocks.Lanes];
        var lanes = 0;
        for (var first = from; first < to; first += PointBlocks.Lanes)
        {
            var doubts = Doubtful(first, Math.Min(PointBlocks.Lanes, to - first), doubtful);
            if (doubts > MostGathered)
            {
                changed += DecideBlock(first, Math.Min(PointBlocks.Lanes, to - first), search);
                continue;
            }

            foreach (var point in doubtful[..doubts])
            {
                Blocks.CopyLane(point, search.Gathered, lanes);
                gathered[lanes++] = point;
                if (lanes == PointBlocks.Lanes)
                {
                    changed += Decide(search.Gathered, gathered, search);
                    lanes = 0;
                }
            }
        }

        changed += lanes > 0 ? Decide(search.Gathered, gathered[..lanes], search) : 0;
        Sums.Add(from, ClusterOf.AsSpan(from, to - from));
        return changed;
    }

    private static float Up(double move) => (float)(move * (1 + 1e-6)) + 1e-30f;

    // Moves the bounds with the centers, and collects the points that they leave in doubt.
    private int Doubtful(int first, int count, Span<int> doubtful)
    {
        var doubts = 0;
        for (var point = first; point < first + count; point++)
        {
            var cluster = ClusterOf[point];
            if (cluster >= 0)
            {
                upper[point] = (upper[point] + farther[cluster]) * (1 + Outwards);
                lower[point] = (lower[point] * (1 - Outwards)) - (nearer[cluster] * (1 + Outwards));
            }

            doubtful[doubts] = point;
            doubts += upper[point] < lower[point] ? 0 : 1;
        }

        return doubts;
    }

    private int DecideBlock(int first, int count, NearestSearch search)
    {
        Span<int> ids = stackalloc int[PointBlocks.Lanes];
        for (var lane = 0; lane < count; lane++)
        {
            ids[lane] = first + lane;
        }

        return Decide(Blocks.Block(first / PointBlocks.Lanes), ids[..count], search);
    }

    private int Decide(float* block, ReadOnlySpan<int> ids, NearestSearch search)
    {
        search.Find(block, ids);
        var changed = 0;
        var bounds = search.UpperBounds();
        for (var lane = 0; lane < ids.Length; lane++)
        {
            changed += Take(ids[lane], search.Nearest[lane]);
            upper[ids[lane]] = bounds[lane];
        }

        bounds = search.LowerBounds();
        for (var lane = 0; lane < ids.Length; lane++)
        {
            lower[ids[lane]] = bounds[lane];
        }

        return changed;
    }
}
