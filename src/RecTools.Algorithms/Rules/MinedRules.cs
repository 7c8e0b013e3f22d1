namespace RecTools.Algorithms;

/// <summary>What mining found.</summary>
/// <param name="Rules">The rules.</param>
/// <param name="ItemsetCount">Frequent itemsets that they were made of.</param>
/// <param name="MinCount">Baskets that each itemset is in at least.</param>
public sealed record MinedRules(RuleSet Rules, int ItemsetCount, int MinCount);
