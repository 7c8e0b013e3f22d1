namespace RecTools.Training;

/// <summary>Association rules: a table that can be sorted, and what shows of them at a glance.</summary>
internal static class RuleBlocks
{
    private const int MostListed = 500;
    private const int MostDots = 2000;
    private const int MostCurves = 40;
    private const int MostCells = 150;

    /// <summary>Tables and plots; a sentence where there is no rule.</summary>
    /// <param name="rules">The rules, strongest first.</param>
    public static IEnumerable<ReportBlock> Of(IReadOnlyList<AssociationRule> rules)
    {
        if (rules.Count == 0)
        {
            yield return new TextBlock("No rule was found. A lower MinSupport, MinConfidence or MinLift finds more.");
            yield break;
        }

        yield return Scatter([.. rules.Take(MostDots)]);

        // What is both frequent and far from chance is what matters most to a shop.
        AssociationRule[] foremost = [.. rules.OrderByDescending(rule => rule.Leverage).ThenBy(rule => rule.RuleId)];
        yield return Graph([.. foremost.Take(MostCurves)]);
        yield return Matrix([.. foremost.Take(MostCells)]);
        yield return Table(rules);
    }

    private static TableBlock Table(IReadOnlyList<AssociationRule> rules) => new(
        "Rules",
        [
            new("antecedent", "Who has"), new("consequent", "often has"), new("confidence", "Confidence", CellFormat.Percent), new("support", "Support", CellFormat.Percent),
            new("lift", "Lift", CellFormat.Ratio), new("count", "Baskets", CellFormat.Count), new("leverage", "Leverage", CellFormat.Percent),
            new("adjustedPValue", "p, corrected", CellFormat.Probability), new("number", "Rule", CellFormat.Count),
        ],
        [.. rules.Take(MostListed).Select(rule => new object?[]
        {
            rule.Antecedent, rule.Consequent, rule.Confidence, rule.Support, rule.Lift, rule.Count, rule.Leverage, rule.AdjustedPValue, rule.RuleId,
        })])
    {
        IsSortable = true,
        Note = (rules.Count > MostListed ? FormattableString.Invariant($"The {MostListed:N0} strongest of {rules.Count:N0} rules. ") : "")
            + "Confidence: of the baskets with the left side, this share has the right side too. Support: of all baskets, this share has both. "
            + "Lift: how many times likelier the left side makes the right side. Leverage: share of baskets beyond what chance gives.",
    };

    private static FigureBlock Scatter(AssociationRule[] rules) => new(
        new RuleScatterData { Title = "Support, confidence and lift", Noun = "rules", Rules = [.. rules.Select(Plot)] }, Numbers("Support, confidence and lift of each rule", rules));

    private static FigureBlock Graph(AssociationRule[] rules) => new(
        new RuleGraphData { Title = "What leads to what", Noun = "rules", Rules = [.. rules.Select(Plot)] }, Numbers("Rules of the highest leverage", rules));

    private static FigureBlock Matrix(AssociationRule[] rules) => new(
        new RuleMatrixData { Title = "If-sides and then-sides", Noun = "rules", Rules = [.. rules.Select(Plot)] }, Numbers("Rules between if-sides and then-sides", rules));

    private static PlotRule Plot(AssociationRule rule) =>
        new(rule.RuleId, ItemListText.Split(rule.Antecedent), ItemListText.Split(rule.Consequent), rule.Support, rule.Confidence, rule.Lift);

    // What stands in the table of rules already is not told a second time in full.
    private static TableBlock Numbers(string title, AssociationRule[] rules) => new(
        title,
        [new("rule", "Rule"), new("support", "Support", CellFormat.Percent), new("confidence", "Confidence", CellFormat.Percent), new("lift", "Lift", CellFormat.Ratio)],
        [.. rules.Take(MostCells).Select(rule => new object?[] { rule.ToString(), rule.Support, rule.Confidence, rule.Lift })])
    {
        Note = rules.Length > MostCells ? FormattableString.Invariant($"The first {MostCells:N0} of {rules.Length:N0} rules.") : null,
    };
}
