namespace RecTools.Algorithms;

/// <summary>Compares every point with every center (Lloyd 1982).</summary>
internal sealed unsafe class FullAssigner(PointBlocks blocks, CenterTable centers, Workers workers) : Assigner(blocks, centers, workers)
{
    /// <inheritdoc/>
    protected override int AssignPiece(int from, int to, NearestSearch search)
    {
        var changed = 0;
        Span<int> ids = stackalloc int[PointBlocks.Lanes];
        for (var first = from; first < to; first += PointBlocks.Lanes)
        {
            var lanes = Math.Min(PointBlocks.Lanes, to - first);
            for (var lane = 0; lane < lanes; lane++)
            {
                ids[lane] = first + lane;
            }

            search.Find(Blocks.Block(first / PointBlocks.Lanes), ids[..lanes]);
            for (var lane = 0; lane < lanes; lane++)
            {
                changed += Take(first + lane, search.Nearest[lane]);
            }

            Sums.Add(first, ClusterOf.AsSpan(first, lanes));
        }

        return changed;
    }
}
