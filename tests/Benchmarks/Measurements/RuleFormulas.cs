using RecTools.Algorithms;

namespace RecTools.Benchmarks;

/// <summary>Formulas that make one score of the rules that lead to an item, surest first.</summary>
internal static class RuleFormulas
{
    /// <summary>All of them by name.</summary>
    public static IReadOnlyList<(string Name, Func<RuleSet, IReadOnlyList<int>, double> Formula)> All { get; } =
    [
        ("surest rule", (rules, leading) => Confidence(rules, leading[0])),
        ("mean of the five surest", (rules, leading) => leading.Take(5).Sum(rule => Confidence(rules, rule)) / 5),
        ("mean of the five surest, none within another", (rules, leading) => Apart(rules, leading).Take(5).Sum(rule => Confidence(rules, rule)) / 5),
        ("noisy-or of all", (rules, leading) => NoisyOr(rules, leading)),
        ("noisy-or, none within another", (rules, leading) => NoisyOr(rules, Apart(rules, leading))),
        ("noisy-or of the five surest, none within another", (rules, leading) => NoisyOr(rules, Apart(rules, leading).Take(5))),
        ("noisy-or beyond chance, none within another", (rules, leading) => BeyondChance(rules, Apart(rules, leading))),
        ("most lift", (rules, leading) => leading.Max(rule => rules.MeasuresOf(rule).Lift)),
        ("confidence x log2 lift", (rules, leading) => leading.Max(rule => Confidence(rules, rule) * Math.Max(0.001, Math.Log2(rules.MeasuresOf(rule).Lift)))),
        ("sum of cosines", (rules, leading) => leading.Sum(rule => rules.MeasuresOf(rule).Cosine)),
    ];

    private static double Confidence(RuleSet rules, int rule) => rules.MeasuresOf(rule).Confidence;

    private static double NoisyOr(RuleSet rules, IEnumerable<int> leading) => 1 - leading.Aggregate(1.0, (left, rule) => left * (1 - Confidence(rules, rule)));

    private static double BeyondChance(RuleSet rules, IEnumerable<int> leading)
    {
        var rest = 1.0;
        foreach (var rule in leading)
        {
            var m = rules.MeasuresOf(rule);
            var chance = 1 - ((double)m.Consequent / m.Baskets);
            rest = (rest == 1 ? chance : rest) * Math.Min(1, (1 - m.Confidence) / chance);
        }

        return 1 - rest;
    }

    private static IEnumerable<int> Apart(RuleSet rules, IReadOnlyList<int> leading)
    {
        var counted = new List<int>();
        foreach (var rule in leading)
        {
            var own = rules.AntecedentOf(rule).ToArray();
            if (!counted.Exists(other => IsWithin(own, rules.AntecedentOf(other)) || IsWithin(rules.AntecedentOf(other).ToArray(), own)))
            {
                counted.Add(rule);
                yield return rule;
            }
        }
    }

    private static bool IsWithin(int[] part, ReadOnlySpan<int> whole)
    {
        foreach (var item in part)
        {
            if (whole.BinarySearch(item) < 0)
            {
                return false;
            }
        }

        return true;
    }
}
