namespace RecTools;

/// <summary>A rule as plots show it.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Antecedent">Items of the if-side.</param>
/// <param name="Consequent">Items of the then-side.</param>
/// <param name="Support">Share of all baskets with both sides, 0 to 1.</param>
/// <param name="Confidence">Share of the baskets with the if-side that have the then-side too, 0 to 1.</param>
/// <param name="Lift">How many times likelier the if-side makes the then-side.</param>
public sealed record PlotRule(int Number, IReadOnlyList<string> Antecedent, IReadOnlyList<string> Consequent, double Support, double Confidence, double Lift);

/// <summary>Rules by their support and confidence, coloured by their lift.</summary>
public sealed record RuleScatterData : PlotData
{
    /// <summary>The rules.</summary>
    public required IReadOnlyList<PlotRule> Rules { get; init; }
}

/// <summary>Items on a circle, with a line from the if-side to the then-side of each rule.</summary>
public sealed record RuleGraphData : PlotData
{
    /// <summary>The rules, the most important first.</summary>
    public required IReadOnlyList<PlotRule> Rules { get; init; }

    /// <summary>Items drawn at most; rules that would need more are left out.</summary>
    public int MaxItems { get; init; } = 32;
}

/// <summary>If-sides down, then-sides across, coloured by the lift of the rule between them.</summary>
public sealed record RuleMatrixData : PlotData
{
    /// <summary>The rules, the most important first.</summary>
    public required IReadOnlyList<PlotRule> Rules { get; init; }

    /// <summary>If-sides drawn at most.</summary>
    public int MaxRows { get; init; } = 24;

    /// <summary>Then-sides drawn at most.</summary>
    public int MaxColumns { get; init; } = 12;
}
