namespace RecTools;

/// <summary>How the rules that lead to an item become its score.</summary>
public enum RuleScoring
{
    /// <summary>The confidence of the surest one: the chance that who has its if-side has the item too.</summary>
    BestRule,

    /// <summary>The mean confidence of the five surest, those missing counted as 0: ranks a little better, as several reasons are better than one.</summary>
    Combined,
}
