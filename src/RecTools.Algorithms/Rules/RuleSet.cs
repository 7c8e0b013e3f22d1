namespace RecTools.Algorithms;

/// <summary>Rules, strongest first: by confidence, lift, count, and then items. Items are the caller's numbers.</summary>
public sealed class RuleSet
{
    private readonly int[] start;
    private readonly int[] consequentStart;
    private readonly int[] items;
    private readonly int[] counts;

    /// <summary>Wraps arrays that the set then owns.</summary>
    /// <param name="basketCount">Baskets that were mined.</param>
    /// <param name="start">Where the items of each rule start; one longer than the number of rules.</param>
    /// <param name="consequentStart">Where the consequent of each rule starts; before it comes the antecedent.</param>
    /// <param name="items">Items of all rules, ascending within each side.</param>
    /// <param name="counts">For each rule the baskets with its antecedent, its consequent, and both.</param>
    /// <param name="pValues">For each rule the p-value of Fisher's exact test.</param>
    /// <param name="adjustedPValues">The same, corrected for the number of rules that could be tested.</param>
    internal RuleSet(int basketCount, int[] start, int[] consequentStart, int[] items, int[] counts, double[] pValues, double[] adjustedPValues)
    {
        BasketCount = basketCount;
        this.start = start;
        this.consequentStart = consequentStart;
        this.items = items;
        this.counts = counts;
        PValues = pValues;
        AdjustedPValues = adjustedPValues;
    }

    /// <summary>Number of rules.</summary>
    public int Count => consequentStart.Length;

    /// <summary>Baskets that were mined.</summary>
    public int BasketCount { get; }

    /// <summary>For each rule the chance of so many common baskets or more if its sides had nothing to do with each other (Fisher's exact test, one-sided).</summary>
    public double[] PValues { get; }

    /// <summary>The same, corrected for the number of rules that could be tested.</summary>
    public double[] AdjustedPValues { get; }

    /// <summary>Items of the if-side, ascending.</summary>
    public ReadOnlySpan<int> AntecedentOf(int rule) => items.AsSpan(start[rule], consequentStart[rule] - start[rule]);

    /// <summary>Items of the then-side, ascending.</summary>
    public ReadOnlySpan<int> ConsequentOf(int rule) => items.AsSpan(consequentStart[rule], start[rule + 1] - consequentStart[rule]);

    /// <summary>The strength of a rule.</summary>
    public RuleMeasures MeasuresOf(int rule) => new(BasketCount, counts[3 * rule], counts[(3 * rule) + 1], counts[(3 * rule) + 2]);

    /// <summary>Writes the rules.</summary>
    internal void Save(BinaryWriter writer)
    {
        writer.Write(BasketCount);
        ModelContent.WriteArray<int>(writer, start);
        ModelContent.WriteArray<int>(writer, consequentStart);
        ModelContent.WriteArray<int>(writer, items);
        ModelContent.WriteArray<int>(writer, counts);
        ModelContent.WriteArray<double>(writer, PValues);
        ModelContent.WriteArray<double>(writer, AdjustedPValues);
    }

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    /// <param name="reader">What was written.</param>
    /// <param name="itemCount">Number of items, categories included.</param>
    /// <exception cref="InvalidDataException">The arrays do not fit together.</exception>
    internal static RuleSet Load(BinaryReader reader, int itemCount)
    {
        var rules = new RuleSet(
            ModelContent.ReadCount(reader),
            ModelContent.ReadArray<int>(reader),
            ModelContent.ReadArray<int>(reader),
            ModelContent.ReadArray<int>(reader),
            ModelContent.ReadArray<int>(reader),
            ModelContent.ReadArray<double>(reader),
            ModelContent.ReadArray<double>(reader));
        return rules.IsSound(itemCount) ? rules : throw new InvalidDataException("The rules of the model do not fit together.");
    }

    private bool IsSound(int itemCount)
    {
        if (start.Length != Count + 1 || Array.Exists(items, item => (uint)item >= (uint)itemCount) || start[0] != 0 || start[^1] != items.Length
            || counts.Length != 3 * Count || PValues.Length != Count || AdjustedPValues.Length != Count)
        {
            return false;
        }

        for (var rule = 0; rule < Count; rule++)
        {
            if (start[rule] >= consequentStart[rule] || consequentStart[rule] >= start[rule + 1])
            {
                return false;
            }
        }

        return true;
    }
}
