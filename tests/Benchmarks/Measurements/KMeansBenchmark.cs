using System.Globalization;
using RecTools.Algorithms;

namespace RecTools.Benchmarks;

/// <summary>Time of k-means and of the silhouette, and how that compares with a plain loop.</summary>
internal sealed class KMeansBenchmark : IBenchmark
{
    private const int Iterations = 20;
    private const int PlainIterations = 2;

    /// <inheritdoc/>
    public string Name => "kmeans";

    /// <inheritdoc/>
    public string Summary => "milliseconds of a k-means iteration, beside a plain loop; starts and silhouette";

    /// <inheritdoc/>
    public void Run(BenchmarkReport report)
    {
        foreach (var (count, dimension, clusters) in new[] { (1_000_000, 8, 50), (200_000, 2, 20), (100_000, 20, 400), (50_000, 100, 100) })
        {
            Measure(report, count, dimension, clusters);
        }
    }

    private static void Measure(BenchmarkReport report, int count, int dimension, int clusters)
    {
        var ofCase = string.Create(CultureInfo.InvariantCulture, $"{count:N0} x {dimension}, {clusters} clusters");
        var points = Clouds(count, dimension, 2 * clusters);
        var plainStarts = Array.ConvertAll(points.Values[..(clusters * dimension)], value => (double)value);
        var plain = Stopwatches.Time(() => PlainLloyd.Run(points, plainStarts, PlainIterations)).Seconds / PlainIterations;
        report.Add(ofCase, "plain loop, ms an iteration", plain * 1000);
        foreach (var threads in new[] { 1, Environment.ProcessorCount }.Distinct())
        {
            var workers = new Workers(threads);
            var (seconds, blocks) = Stopwatches.Time(() => new PointBlocks(points, CenteredSpace.Of(points, workers), workers));
            report.Add(ofCase, $"{threads} threads: copy into blocks, ms", seconds * 1000);
            report.Add(ofCase, $"{threads} threads: k-means++ starts, ms", 1000 * Stopwatches.Time(() => PlusPlusStarts.Draw(blocks, clusters, new SeededRandom(1), workers)).Seconds);
            foreach (var method in new[] { KMeansMethod.Lloyd, KMeansMethod.Hamerly })
            {
                var iteration = Stopwatches.Repeat(3, () => Descend(blocks, plainStarts, method, workers)).Best / Iterations;
                report.Add(ofCase, $"{threads} threads: {method}, ms an iteration of {Iterations}", iteration * 1000);

                // A multiplication and an addition for each point, center and feature, whether spared or not.
                report.Add(ofCase, $"{threads} threads: {method}, GFLOP/s of a full comparison", 2e-9 * count * dimension * clusters / iteration);
                report.AddAtLeast(ofCase, $"{threads} threads: {method}, times as fast as the plain loop", plain / iteration, 5);
            }
        }

        var clusterOf = Descend(new PointBlocks(points, CenteredSpace.Of(points, new Workers()), new Workers()), plainStarts, KMeansMethod.Auto, new Workers());
        var silhouette = Stopwatches.Time(() => Silhouette.Of(points, clusterOf, clusters, 1, new Workers()));
        report.Add(ofCase, $"silhouette of {silhouette.Result.PointCount} points, ms", silhouette.Seconds * 1000);
    }

    private static int[] Descend(PointBlocks blocks, double[] starts, KMeansMethod method, Workers workers)
    {
        var run = new LloydRun(blocks, starts, method, workers);
        run.Continue(Iterations, 0);
        return run.ClusterOf;
    }

    private static PointMatrix Clouds(int count, int dimension, int clouds)
    {
        var random = new SeededRandom(5);
        var places = new double[clouds * dimension];
        foreach (ref var place in places.AsSpan())
        {
            place = 2 * random.NextGaussian();
        }

        var values = new float[count * dimension];
        for (var point = 0; point < count; point++)
        {
            var cloud = random.Next(clouds);
            for (var i = 0; i < dimension; i++)
            {
                values[(point * dimension) + i] = (float)(places[(cloud * dimension) + i] + random.NextGaussian());
            }
        }

        return new PointMatrix(dimension, values);
    }
}
