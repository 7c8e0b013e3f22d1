using RecTools.Algorithms;

namespace RecTools.Benchmarks;

/// <summary>Time and memory of merge trees.</summary>
internal sealed class HierarchicalBenchmark : IBenchmark
{
    private const int Dimension = 8;

    /// <inheritdoc/>
    public string Name => "hierarchical";

    /// <inheritdoc/>
    public string Summary => "seconds and memory of merge trees, beside a plain chain on a whole matrix; fastcluster 1.2.3 and scipy 1.10 in the names of cases";

    /// <inheritdoc/>
    public void Run(BenchmarkReport report)
    {
        MeasurePlain(report, Points(8_000));
        Measure(report, Linkage.Ward, 20_000, 11.9, 1_528);
        Measure(report, Linkage.Single, 20_000, null, null);
        Measure(report, Linkage.Complete, 20_000, null, null);
        Measure(report, Linkage.Average, 20_000, null, null);
        Measure(report, Linkage.Centroid, 20_000, null, null);
        Measure(report, Linkage.Ward, 50_000, null, null);
        Measure(report, Linkage.Single, 50_000, null, null);
        MeasureCorrelation(report, Points(20_000));
    }

    private static void MeasurePlain(BenchmarkReport report, PointMatrix points)
    {
        var ofCase = $"Ward {points.Count:N0} x {Dimension}, whole matrix";
        var (plain, heights) = Stopwatches.Time(() => PlainLinkage.Ward(points));
        var tree = Build(points, Linkage.Ward, 1);
        var (seconds, _) = Stopwatches.Time(() => Build(points, Linkage.Ward, 1));
        report.Add(ofCase, "seconds of a plain chain, one thread", plain);
        report.Add(ofCase, "seconds, one thread", seconds);
        report.AddAtLeast(ofCase, "times as fast", plain / seconds, 1);
        report.AddAtMost(ofCase, "largest relative difference of a height", heights.Zip(tree.Height, (a, b) => Math.Abs(a - b) / a).Max(), 1e-9);
    }

    private static void Measure(BenchmarkReport report, Linkage linkage, int count, double? askedSeconds, double? otherMegabytes)
    {
        var ofCase = $"{linkage} {count:N0} x {Dimension}";
        var points = Points(count);
        foreach (var threads in new[] { 1, Environment.ProcessorCount }.Distinct())
        {
            var (seconds, megabytes) = PeakMemory.Of(() => Build(points, linkage, threads));
            Add($"seconds, {threads} threads", seconds, askedSeconds);
            Add($"megabytes at most, {threads} threads", megabytes, otherMegabytes / 10);
        }

        void Add(string metric, double measured, double? asked)
        {
            if (asked is { } bound)
            {
                report.AddAtMost(ofCase, metric, measured, bound);
            }
            else
            {
                report.Add(ofCase, metric, measured);
            }
        }
    }

    private static void MeasureCorrelation(BenchmarkReport report, PointMatrix points)
    {
        var tree = Build(points, Linkage.Ward, Environment.ProcessorCount);
        var (seconds, _) = Stopwatches.Time(() => CopheneticCorrelation.Of(points, tree, FitContext.Default));
        report.Add($"cophenetic correlation {points.Count:N0} x {Dimension}", "seconds", seconds);
    }

    private static MergeTree Build(PointMatrix points, Linkage linkage, int threads) =>
        TreeBuilder.Build(points, null, linkage, FitContext.Default with { Workers = new Workers(threads) });

    private static PointMatrix Points(int count)
    {
        var random = new SeededRandom(count);
        var values = new float[count * Dimension];
        foreach (ref var value in values.AsSpan())
        {
            value = (float)random.NextGaussian();
        }

        return new PointMatrix(Dimension, values);
    }
}
