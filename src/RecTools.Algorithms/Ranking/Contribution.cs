namespace RecTools.Algorithms;

/// <summary>A part of the reason for a recommendation.</summary>
/// <param name="Item">Item of the history that speaks for it.</param>
/// <param name="Score">What it adds to the score.</param>
/// <param name="Rule">Number of the rule, from 0, that ties the two; -1 where no rule does.</param>
public readonly record struct Contribution(int Item, float Score, int Rule = -1);
