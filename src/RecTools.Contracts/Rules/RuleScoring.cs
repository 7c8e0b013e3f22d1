namespace RecTools;

/// <summary>How the rules that lead to an item become its score.</summary>
public enum RuleScoring
{
    /// <summary>The confidence of the surest one: the chance that who has its if-side has the item too.</summary>
    BestRule,

    /// <summary>
    /// Of up to five of the surest, none of whose if-sides is part of another's, the chance that at least one holds: 1 - product of (1 - confidence).
    /// </summary>
    Combined,
}
