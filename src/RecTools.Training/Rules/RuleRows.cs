using RecTools.Algorithms;
using RecTools.Data;

namespace RecTools.Training;

/// <summary>The rules as rows.</summary>
/// <param name="rules">The rules.</param>
/// <param name="data">Names of the items.</param>
/// <param name="hash">Takes in every row.</param>
internal sealed class RuleRows(RuleSet rules, Interactions data, ResultHash hash) : ResultRows(RuleTable)
{
    private int rule = -1;

    /// <summary>Rows of <c>_Rule</c>.</summary>
    public static TableSpec RuleTable { get; } = new(
        [
            new("RuleId", CellKind.Int64, "int"),
            new("Antecedent", CellKind.Text, "nvarchar(4000)"),
            new("Consequent", CellKind.Text, "nvarchar(4000)"),
            new("Count", CellKind.Int64, "int"),
            new("Support", CellKind.Float64),
            new("Confidence", CellKind.Float64),
            new("Lift", CellKind.Float64),
            new("Leverage", CellKind.Float64),
            new("Conviction", CellKind.Float64, null, Nullable: true),
            new("Cosine", CellKind.Float64),
            new("Kulczynski", CellKind.Float64),
            new("ImbalanceRatio", CellKind.Float64),
            new("Importance", CellKind.Float64, null, Nullable: true),
            new("PValue", CellKind.Float64),
            new("AdjustedPValue", CellKind.Float64),
        ],
        ["RuleId"]);

    public override bool Read()
    {
        if (++rule >= rules.Count)
        {
            return false;
        }

        var measures = rules.MeasuresOf(rule);
        var antecedent = ItemListText.Of(rules.AntecedentOf(rule), data.TextOf);
        var consequent = ItemListText.Of(rules.ConsequentOf(rule), data.TextOf);
        Set(0, rule + 1L);
        Set(1, antecedent);
        Set(2, consequent);
        Set(3, (long)measures.Both);
        Set(4, measures.Support);
        Set(5, measures.Confidence);
        Set(6, measures.Lift);
        Set(7, measures.Leverage);
        Set(8, measures.Conviction);
        Set(9, measures.Cosine);
        Set(10, measures.Kulczynski);
        Set(11, measures.ImbalanceRatio);
        Set(12, measures.Importance);
        Set(13, rules.PValues[rule]);
        Set(14, rules.AdjustedPValues[rule]);
        hash.Add(rule, measures.Antecedent, measures.Consequent, measures.Both);
        hash.Add(antecedent);
        hash.Add(consequent);
        return true;
    }
}
