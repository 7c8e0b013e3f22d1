namespace RecTools.Algorithms;

/// <summary>Finds weights of parts that make lists good on rows held back: coordinate by coordinate over a grid that grows finer, from equal weights and from each part alone.</summary>
internal static class RankingWeights
{
    private static readonly double[] Steps = [0.5, 0.25, 0.1, 0.05];

    /// <summary>Searches.</summary>
    /// <param name="pools">Candidates of the folds.</param>
    /// <param name="parts">How many parts.</param>
    /// <param name="workers">Threads and cancellation.</param>
    /// <returns>Weights that are not negative and sum to 1.</returns>
    public static double[] Find(IReadOnlyList<CandidatePool> pools, int parts, Workers workers)
    {
        double Measure(double[] weights) => pools.Sum(pool => pool.Measure(weights, workers));

        var best = Enumerable.Repeat(1.0 / parts, parts).ToArray();
        var quality = Measure(best);
        for (var part = 0; part < parts; part++)
        {
            var alone = new double[parts];
            alone[part] = 1;
            if (Measure(alone) is var found && found > quality)
            {
                (best, quality) = (alone, found);
            }
        }

        foreach (var step in Steps)
        {
            while (Improve(best, step, ref quality, Measure) is { } better)
            {
                best = better;
            }
        }

        return best;
    }

    // Moves a step's share of the whole from one part to another, the first move that pays.
    private static double[]? Improve(double[] weights, double step, ref double quality, Func<double[], double> measure)
    {
        for (var to = 0; to < weights.Length; to++)
        {
            for (var from = 0; from < weights.Length; from++)
            {
                var share = Math.Min(step, weights[from]);
                if (from == to || share <= 0)
                {
                    continue;
                }

                var moved = (double[])weights.Clone();
                moved[from] = moved[from] - share < 1e-9 ? 0 : moved[from] - share;
                moved[to] += share;
                if (measure(moved) is var found && found > quality)
                {
                    quality = found;
                    return moved;
                }
            }
        }

        return null;
    }
}
