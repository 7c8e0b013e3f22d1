namespace RecTools.Benchmarks;

/// <summary>Every benchmark: the one registration.</summary>
internal static class BenchmarkRegistry
{
    /// <summary>All of them, in the order of the list of names.</summary>
    public static IReadOnlyList<IBenchmark> All { get; } =
    [
        new PeakBenchmark(),
        new AccuracyBenchmark(),
        new ModuleImportBenchmark(),
        new ImportBenchmark(),
        new ReadBenchmark(),
        new PublishBenchmark(),
        new PipelineBenchmark(),
        new ScaleBenchmark(),
        new RulesBenchmark(),
        new RulesMemoryBenchmark(),
        new RuleScoringBenchmark(),
        new AlsBenchmark(),
        new ImplicitAlsBenchmark(),
        new NeighborBenchmark(),
        new EaseBenchmark(),
        new ContentBenchmark(),
        new HybridBenchmark(),
        new HybridVectorsBenchmark(),
        new OptimizeBenchmark(),
        new AutoBenchmark(),
        new EmbeddingBenchmark(),
        new TopItemsBenchmark(),
        new EvaluationBenchmark(),
        new KMeansBenchmark(),
        new HierarchicalBenchmark(),
        new KernelBenchmark(),
    ];

    /// <summary>The benchmark of a name, whatever the case; null if there is none.</summary>
    public static IBenchmark? Find(string name) =>
        All.FirstOrDefault(benchmark => benchmark.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
