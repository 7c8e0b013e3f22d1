namespace RecTools.Benchmarks;

/// <summary>One figure.</summary>
/// <param name="Benchmark">The benchmark it comes from.</param>
/// <param name="Case">What was measured, such as data, algorithm and settings.</param>
/// <param name="Metric">Name of the figure.</param>
/// <param name="Measured">The figure; null if it was skipped.</param>
/// <param name="Asked">The figure asked for; null if none is.</param>
/// <param name="LowerIsBetter">Whether the figure may be at most, rather than at least, the one asked for.</param>
/// <param name="Skipped">Why there is no figure.</param>
internal sealed record BenchmarkResult(
    string Benchmark, string Case, string Metric, double? Measured, double? Asked, bool LowerIsBetter, string? Skipped)
{
    /// <summary>Whether the figure is as good as asked for; null where nothing was asked or measured.</summary>
    public bool? Reached => Measured is null || Asked is null ? null : LowerIsBetter ? Measured <= Asked : Measured >= Asked;
}
