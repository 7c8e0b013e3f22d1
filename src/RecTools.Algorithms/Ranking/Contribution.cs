namespace RecTools.Algorithms;

/// <summary>A part of the reason for a recommendation.</summary>
/// <param name="Item">Item of the history that speaks for it; -1 where something else does.</param>
/// <param name="Score">What it adds to the score.</param>
/// <param name="Rule">Number of the rule, from 0, that ties the two; -1 where no rule does.</param>
/// <param name="Feature">Number of the feature, from 0, that speaks for it (<see cref="IFeatureModel"/>); -1 where none does.</param>
/// <param name="Part">Number of the part of a hybrid, from 0, that speaks for it (<see cref="IHybridModel"/>); -1 where none does.</param>
/// <param name="Kind">What the part of a hybrid rests on for its share; null where nobody asked it.</param>
public readonly record struct Contribution(int Item, float Score, int Rule = -1, int Feature = -1, int Part = -1, ReasonKind? Kind = null);
