namespace RecTools;

/// <summary>A rule: who has all items of the antecedent often has those of the consequent too.</summary>
public sealed record AssociationRule
{
    /// <summary>Number of the rule, from 1, the strongest first.</summary>
    public required int RuleId { get; init; }

    /// <summary>The if-side as text: names or ids with commas between them, quoted where one holds a comma, a quote, an arrow, or blanks at an end.</summary>
    public required string Antecedent { get; init; }

    /// <summary>The then-side as text.</summary>
    public required string Consequent { get; init; }

    /// <summary>Ids of the if-side in the source's type; categories are text.</summary>
    public required object[] AntecedentItems { get; init; }

    /// <summary>Ids of the then-side.</summary>
    public required object[] ConsequentItems { get; init; }

    /// <summary>Baskets that hold both sides.</summary>
    public required int Count { get; init; }

    /// <summary>Share of all baskets that hold both sides.</summary>
    public required double Support { get; init; }

    /// <summary>Share of the baskets with the if-side that hold the then-side.</summary>
    public required double Confidence { get; init; }

    /// <summary>How many times likelier the if-side makes the then-side.</summary>
    public required double Lift { get; init; }

    /// <summary>Share of baskets beyond what chance gives.</summary>
    public required double Leverage { get; init; }

    /// <summary>How much oftener the rule would fail by chance; null where it never fails.</summary>
    public required double? Conviction { get; init; }

    /// <summary>Cosine of the baskets of both sides.</summary>
    public required double Cosine { get; init; }

    /// <summary>Mean confidence of both directions.</summary>
    public required double Kulczynski { get; init; }

    /// <summary>0 where both sides are equally frequent, towards 1 where one is much rarer.</summary>
    public required double ImbalanceRatio { get; init; }

    /// <summary>log10 of how many times likelier the then-side is with the if-side than without; null where it never comes without.</summary>
    public required double? Importance { get; init; }

    /// <summary>Chance of so many common baskets if the sides had nothing to do with each other (Fisher's exact test, one-sided).</summary>
    public required double PValue { get; init; }

    /// <summary>The same, corrected for the number of rules tested.</summary>
    public required double AdjustedPValue { get; init; }

    /// <summary>The rule as a sentence.</summary>
    public override string ToString() => $"{Antecedent} => {Consequent}";
}
