namespace RecTools.Algorithms;

/// <summary>
/// Centers from small random samples (Sculley 2010, 'Web-scale k-means clustering'): each point of a sample draws its center towards itself by one over
/// the points that the center has had so far. Centers that hardly any point comes to start anew at a point of the sample.
/// </summary>
internal sealed unsafe class MiniBatchRun
{
    private const int PointsInPiece = 512;

    // A center starts anew with fewer points than this share of the fullest center's; samples without progress after which to stop.
    private const double FewestShare = 0.01;
    private const int Patience = 10;
    private readonly PointBlocks blocks;
    private readonly PointMatrix points;
    private readonly CenterTable centers;
    private readonly Workers workers;
    private readonly double[] values;
    private readonly double[] weight;
    private readonly int[] batch;
    private readonly int[] clusterOf;
    private readonly double[] squaredDistance;
    private SeededRandom random;

    private MiniBatchRun(PointBlocks blocks, double[] starts, int batchSize, SeededRandom random, Workers workers)
    {
        (this.blocks, this.workers, this.random) = (blocks, workers, random);
        points = blocks.Points;
        values = starts;
        centers = new CenterTable(starts.Length / points.Dimension, points.Dimension, blocks.Space);
        weight = new double[centers.Count];
        batch = new int[batchSize];
        clusterOf = new int[batchSize];
        squaredDistance = new double[batchSize];
    }

    /// <summary>Finds centers.</summary>
    /// <param name="blocks">The points.</param>
    /// <param name="clusterCount">Number of centers.</param>
    /// <param name="options">Size of a sample; iterations count as many samples as there are points for.</param>
    /// <param name="random">The draws.</param>
    /// <param name="workers">Threads and cancellation.</param>
    /// <returns>The centers, row after row.</returns>
    public static double[] Centers(PointBlocks blocks, int clusterCount, KMeansOptions options, SeededRandom random, Workers workers)
    {
        var count = blocks.Points.Count;
        var batchSize = Math.Min(options.BatchSize, count);
        var starts = PlusPlusStarts.Draw(Sample(blocks, Math.Max(3 * batchSize, 10 * clusterCount), ref random, workers), clusterCount, random, workers);
        random.NextUInt64();
        var run = new MiniBatchRun(blocks, starts, batchSize, random, workers);
        run.Descend((long)options.MaxIterations * ((count + batchSize - 1) / batchSize));
        return run.values;
    }

    private static PointBlocks Sample(PointBlocks blocks, int count, ref SeededRandom random, Workers workers)
    {
        var points = blocks.Points;
        if (count >= points.Count)
        {
            return blocks;
        }

        var sample = new float[count * points.Dimension];
        for (var i = 0; i < count; i++)
        {
            points[random.Next(points.Count)].CopyTo(sample.AsSpan(i * points.Dimension));
        }

        return new PointBlocks(new PointMatrix(points.Dimension, sample), blocks.Space, workers);
    }

    private void Descend(long mostBatches)
    {
        // An average that forgets, so that one lucky sample does not end the descent.
        var forget = Math.Min(1, 2.0 * batch.Length / (points.Count + 1.0));
        var (average, lowest, without) = (0d, double.PositiveInfinity, 0);
        long sinceRestart = 0;
        for (long number = 0; number < mostBatches && without < Patience; number++)
        {
            foreach (ref var point in batch.AsSpan())
            {
                point = random.Next(points.Count);
            }

            var loss = Assign() / batch.Length;
            Move();
            sinceRestart += batch.Length;
            if (sinceRestart >= 10L * centers.Count)
            {
                RestartEmptyOnes();
                sinceRestart = 0;
            }

            average = number <= 1 ? loss : (average * (1 - forget)) + (loss * forget);
            without = average < lowest || number == 0 ? 0 : without + 1;
            lowest = number == 0 ? lowest : Math.Min(lowest, average);
        }
    }

    private double Assign()
    {
        centers.Set(values);
        workers.ForEachPiece(batch.Length, PointsInPiece, () => new NearestSearch(points, centers), (from, to, search) =>
        {
            for (var first = from; first < to; first += PointBlocks.Lanes)
            {
                var ids = batch.AsSpan(first, Math.Min(PointBlocks.Lanes, to - first));
                for (var lane = 0; lane < ids.Length; lane++)
                {
                    blocks.CopyLane(ids[lane], search.Gathered, lane);
                }

                search.Find(search.Gathered, ids);
                for (var lane = 0; lane < ids.Length; lane++)
                {
                    clusterOf[first + lane] = search.Nearest[lane];
                    squaredDistance[first + lane] = SquaredDistance.Between(points[ids[lane]], CenterOf(search.Nearest[lane]));
                }
            }
        });
        return squaredDistance.Sum();
    }

    private void Move()
    {
        for (var i = 0; i < batch.Length; i++)
        {
            var rate = 1 / ++weight[clusterOf[i]];
            var center = CenterOf(clusterOf[i]);
            var place = points[batch[i]];
            for (var feature = 0; feature < center.Length; feature++)
            {
                center[feature] += rate * (place[feature] - center[feature]);
            }
        }
    }

    private void RestartEmptyOnes()
    {
        var fewest = FewestShare * weight.Max();
        var usual = weight.Where(had => had >= fewest).Min();
        var left = batch.Length / 2;
        for (var center = 0; center < weight.Length && left > 0; center++)
        {
            if (weight[center] < fewest)
            {
                weight[center] = usual;
                var place = points[batch[random.Next(batch.Length)]];
                for (var feature = 0; feature < place.Length; feature++)
                {
                    CenterOf(center)[feature] = place[feature];
                }

                left--;
            }
        }
    }

    private Span<double> CenterOf(int center) => values.AsSpan(center * points.Dimension, points.Dimension);
}
