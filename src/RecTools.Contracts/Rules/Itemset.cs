namespace RecTools;

/// <summary>Items that are in baskets together.</summary>
/// <param name="Items">The items as text, quoted where need be.</param>
/// <param name="ItemIds">Their ids in the source's type; categories are text.</param>
/// <param name="Size">How many items.</param>
/// <param name="Count">Baskets that hold all of them.</param>
/// <param name="Support">Share of all baskets that hold all of them.</param>
public sealed record Itemset(string Items, object[] ItemIds, int Size, int Count, double Support);
