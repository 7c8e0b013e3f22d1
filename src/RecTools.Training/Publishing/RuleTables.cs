using RecTools.Algorithms;

namespace RecTools.Training;

/// <summary>The result tables of rules.</summary>
internal static class RuleTables
{
    /// <summary>Loads them.</summary>
    /// <param name="loader">Where to.</param>
    /// <param name="rules">The rules.</param>
    /// <param name="data">Ids and names of the items.</param>
    /// <param name="hash">Takes in every row.</param>
    /// <returns>Rows written.</returns>
    public static long Load(ResultLoader loader, RuleSet rules, Interactions data, ResultHash hash)
    {
        using var ruleRows = new RuleRows(rules, data, hash);
        using var itemRows = new RuleItemRows(rules, data, hash);
        using var goesWith = new GoesWithRows(rules, data.Items, hash);
        return loader.Load("Rule", ruleRows, rules.Count) + loader.Load("RuleItem", itemRows, 0) + loader.Load("GoesWith", goesWith, goesWith.RowCount);
    }
}
