using RecTools.Algorithms;

namespace RecTools.Benchmarks;

/// <summary>Time to mine itemsets and rules, reading apart.</summary>
/// <remarks>
/// The figures asked for are those of ../shared/data/README.md: the best of Borgelt's C programs eclat, fpgrowth and apriori there, whole process with reading, on a
/// machine of two cores. For groceries it names none.
/// </remarks>
internal sealed class RulesBenchmark : IBenchmark
{
    private const int NoBound = int.MaxValue;

    /// <inheritdoc/>
    public string Name => "rules";

    /// <inheritdoc/>
    public string Summary => "seconds to mine itemsets and rules of real baskets, beside Borgelt's C programs, other ways to mine, and three textbook miners";

    /// <inheritdoc/>
    public void Run(BenchmarkReport report)
    {
        report.Try("retail", () =>
        {
            var retail = BasketFile.Read("fimi/retail.dat");
            Measure(report, "retail 0.1 % (Borgelt's eclat, whole process: 0.16 s)", retail, SupportThreshold.AtLeast(0.001, retail.Count), 7_589, 0.16);
            Measure(report, "retail, count 10 (Borgelt's best, whole process: 0.53 s)", retail, 10, 189_400, 0.53);
        });
        report.Try("T10I4D100K", () =>
        {
            var made = BasketFile.Read("fimi/T10I4D100K.dat");
            Measure(report, "T10I4D100K 0.1 % (Borgelt's best, whole process: 0.36 s)", made, 100, 27_532, 0.36);
            MeasureGrowth(report, made);
        });
        report.Try("groceries", () =>
        {
            var groceries = BasketFile.Read("groceries/groceries.csv");
            Measure(report, "groceries 0.1 % (no figure; own baselines)", groceries, SupportThreshold.AtLeast(0.001, groceries.Count), 13_492, null);
        });
        report.Try("BMS1", () =>
        {
            var clicks = BasketFile.Read("fimi/BMS1.dat");
            Measure(report, "BMS1 0.1 % (no figure; own baselines)", clicks, SupportThreshold.AtLeast(0.001, clicks.Count), 3_991, null);
        });
    }

    private static void Measure(BenchmarkReport report, string ofCase, BasketSet baskets, int minCount, int expected, double? asked)
    {
        var bounds = new ItemsetBounds(minCount, NoBound, FrequentItemsets.LargestSize);
        var (first, itemsets) = Stopwatches.Time(() => ItemsetMiner.Mine(baskets, bounds, long.MaxValue, new Workers())!);
        report.AddAtLeast(ofCase, "itemsets", itemsets.Count, expected);
        report.AddAtMost(ofCase, "itemsets, not more", itemsets.Count, expected);
        AddSeconds(report, ofCase, "seconds, first run", first, asked);
        foreach (var threads in new[] { 1, Environment.ProcessorCount }.Distinct())
        {
            var (best, median) = Stopwatches.Repeat(7, () => ItemsetMiner.Mine(baskets, bounds, long.MaxValue, new Workers(threads)));
            AddSeconds(report, ofCase, $"seconds, {threads} threads, median", median, asked);
            report.Add(ofCase, $"seconds, {threads} threads, best", best);
        }

        var options = new AssociationRulesOptions { MinCount = minCount };
        var (rulesSeconds, mined) = Stopwatches.Time(() => new RuleMiner(baskets, options, SideData.None, 1L << 32, new Workers()).FindRules());
        report.Add(ofCase, $"seconds with {mined.Rules.Count:N0} rules of confidence {options.MinConfidence}", rulesSeconds);
        foreach (var strategy in Enum.GetValues<MiningStrategy>())
        {
            var (_, median) = Stopwatches.Repeat(5, () => ItemsetMiner.Mine(baskets, bounds, long.MaxValue, new Workers(1), strategy));
            report.Add(ofCase, $"seconds, 1 thread, {strategy}", median);
        }

        foreach (var (name, count) in new (string, Func<BasketSet, int, int>)[] { ("Eclat", PlainEclat.Count), ("dEclat", PlainDEclat.Count), ("FP-growth", PlainFPGrowth.Count) })
        {
            // Once where it takes seconds: the compiler's time does not show there.
            var (plain, counted) = Stopwatches.Time(() => count(baskets, minCount));
            plain = plain < 1 ? Stopwatches.Repeat(3, () => count(baskets, minCount)).Median : plain;
            report.AddAtLeast(ofCase, $"itemsets of a plain {name}", counted, expected);
            report.Add(ofCase, $"seconds, 1 thread, of a plain {name}", plain);
        }
    }

    private static void AddSeconds(BenchmarkReport report, string ofCase, string metric, double seconds, double? asked)
    {
        if (asked is { } most)
        {
            report.AddAtMost(ofCase, metric, seconds, most);
        }
        else
        {
            report.Add(ofCase, metric, seconds);
        }
    }

    // Falling support finds ever more; the time for each may only fall.
    private static void MeasureGrowth(BenchmarkReport report, BasketSet baskets)
    {
        double? before = null;
        foreach (var minCount in new[] { 100, 50, 20, 10, 5 })
        {
            var bounds = new ItemsetBounds(minCount, NoBound, FrequentItemsets.LargestSize);
            var count = 0;
            var (best, _) = Stopwatches.Repeat(3, () => count = ItemsetMiner.Mine(baskets, bounds, long.MaxValue, new Workers())!.Count);
            var microseconds = best / count * 1e6;
            report.AddAtMost($"T10I4D100K, count {minCount}, {count:N0} itemsets in {best:0.000} s", "microseconds an itemset", microseconds, before ?? microseconds);
            before = microseconds;
        }
    }
}
