using RecTools.Algorithms;

namespace RecTools.Training;

/// <summary>The categories of items, and what they are called.</summary>
/// <param name="Hierarchy">What is above what.</param>
/// <param name="Names">Names of the categories, in the order of their numbers.</param>
public sealed record ItemCategories(ItemHierarchy Hierarchy, string[] Names);
