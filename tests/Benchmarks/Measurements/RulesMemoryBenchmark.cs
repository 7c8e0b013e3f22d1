using System.Diagnostics;
using RecTools.Algorithms;

namespace RecTools.Benchmarks;

/// <summary>Peak memory of a process that mines rules and does nothing else.</summary>
internal sealed class RulesMemoryBenchmark : IBenchmark
{
    private const double MegaByte = 1 << 20;

    /// <inheritdoc/>
    public string Name => "rules-memory";

    /// <inheritdoc/>
    public string Summary => "peak memory of reading T10I4D100K and mining all rules at 0.01 %";

    /// <inheritdoc/>
    public void Run(BenchmarkReport report)
    {
        var baskets = BasketFile.Read("fimi/T10I4D100K.dat");
        var mined = new RuleMiner(baskets, new AssociationRulesOptions { MinSupport = 0.0001 }, SideData.None, 1L << 31, new Workers()).FindRules();
        using var process = Process.GetCurrentProcess();
        report.AddAtMost($"T10I4D100K 0.01 %, {mined.ItemsetCount:N0} itemsets, {mined.Rules.Count:N0} rules", "peak memory, MB", process.PeakWorkingSet64 / MegaByte, 2048);
    }
}
