namespace RecTools.Algorithms;

/// <summary>
/// Silhouettes (Rousseeuw 1987): (b - a) / max(a, b), where a is a point's mean distance from the other points of its cluster and b the smallest mean
/// distance from the points of another cluster. A point that is alone in its cluster has 0.
/// </summary>
/// <remarks>Takes time in proportion to the square of the number of points: more than <see cref="MostPoints"/> are represented by a sample.</remarks>
public static class Silhouette
{
    /// <summary>Points up to which all are measured, and size of the sample beyond.</summary>
    public const int MostPoints = 20_000;

    /// <summary>Measures points among themselves.</summary>
    /// <param name="points">The points.</param>
    /// <param name="clusterOf">The cluster of each, from 0.</param>
    /// <param name="clusterCount">Number of clusters; with one, every silhouette is 0.</param>
    /// <param name="seed">Start of the draw of a sample, without replacement.</param>
    /// <param name="workers">Threads and cancellation.</param>
    /// <param name="mostPoints">Points up to which all are measured, and size of the sample beyond.</param>
    public static SilhouetteValue Of(
        PointMatrix points, int[] clusterOf, int clusterCount, long seed, Workers workers, int mostPoints = MostPoints)
    {
        var sample = Draw(points.Count, mostPoints, new SeededRandom(seed, 0x51));
        // Point by point of one cluster after the other: the sums of distances then run over stretches.
        var order = CountingSort.Order(Array.ConvertAll(sample, point => clusterOf[point]), clusterCount, null, out var start);
        order = Array.ConvertAll(order, place => sample[place]);
        var sorted = new float[order.Length * points.Dimension];
        for (var i = 0; i < order.Length; i++)
        {
            points[order[i]].CopyTo(sorted.AsSpan(i * points.Dimension));
        }

        var silhouettes = Measure(new PointMatrix(points.Dimension, sorted), start, workers);
        var (sum, ofCluster) = (0d, new double[clusterCount]);
        for (var i = 0; i < order.Length; i++)
        {
            sum += silhouettes[i];
            ofCluster[clusterOf[order[i]]] += silhouettes[i];
        }

        for (var cluster = 0; cluster < clusterCount; cluster++)
        {
            ofCluster[cluster] /= start[cluster + 1] - start[cluster];
        }

        return new SilhouetteValue(sum / order.Length, ofCluster, order.Length, order.Length == points.Count);
    }

    private static double[] Measure(PointMatrix sorted, int[] start, Workers workers)
    {
        var clusterCount = start.Length - 1;
        var distances = new DistanceSums(sorted, workers);
        var silhouettes = new double[sorted.Count];
        workers.ForEachPiece(silhouettes.Length, PointBlocks.Lanes, () => new double[clusterCount * PointBlocks.Lanes], (from, to, sums) =>
        {
            for (var cluster = 0; cluster < clusterCount; cluster++)
            {
                distances.Sum(from / PointBlocks.Lanes, start[cluster], start[cluster + 1], sums.AsSpan(cluster * PointBlocks.Lanes, PointBlocks.Lanes));
            }

            var own = 0;
            for (var point = from; point < to; point++)
            {
                while (point >= start[own + 1])
                {
                    own++;
                }

                silhouettes[point] = OfPoint(sums.AsSpan(point - from), own, start);
            }
        });
        return silhouettes;
    }

    private static double OfPoint(ReadOnlySpan<double> sums, int own, int[] start)
    {
        var other = double.PositiveInfinity;
        for (var cluster = 0; cluster < start.Length - 1; cluster++)
        {
            var size = start[cluster + 1] - start[cluster];
            if (cluster != own && size > 0)
            {
                other = Math.Min(other, sums[cluster * PointBlocks.Lanes] / size);
            }
        }

        var others = start[own + 1] - start[own] - 1;
        var within = sums[own * PointBlocks.Lanes] / Math.Max(1, others);
        return others == 0 || double.IsInfinity(other) || Math.Max(within, other) == 0 ? 0 : (other - within) / Math.Max(within, other);
    }

    // In one pass over the points (Knuth, 'Seminumerical Algorithms', 3.4.2, algorithm S).
    private static int[] Draw(int count, int most, SeededRandom random)
    {
        var sample = new List<int>(Math.Min(count, most));
        for (var point = 0; point < count && sample.Count < most; point++)
        {
            if (count <= most || random.NextDouble() * (count - point) < most - sample.Count)
            {
                sample.Add(point);
            }
        }

        return [.. sample];
    }
}
