using RecTools.Algorithms;
using RecTools.Data;

namespace RecTools.Training;

/// <summary>The items of the rules as rows, in the type of the source: exact, where the text of a rule is for reading.</summary>
/// <param name="rules">The rules.</param>
/// <param name="data">Ids of the items, and categories.</param>
/// <param name="hash">Takes in every row.</param>
internal sealed class RuleItemRows(RuleSet rules, Interactions data, ResultHash hash) : ResultRows(RuleItemTable(data))
{
    private int rule;
    private int place = -1;

    /// <summary>Rows of <c>_RuleItem</c>: with a hierarchy either the item or the category is NULL.</summary>
    public static TableSpec RuleItemTable(Interactions data)
    {
        ColumnSpec[] columns =
        [
            new("RuleId", CellKind.Int64, "int"),
            new("Side", CellKind.Text, "nvarchar(10)"),
            new("Position", CellKind.Int64, "int"),
            data.Items.Column("ItemId") with { Nullable = data.Categories is not null },
        ];
        return new(data.Categories is null ? columns : [.. columns, new("Category", CellKind.Text, null, Nullable: true)], ["RuleId", "Side", "Position"]);
    }

    public override bool Read()
    {
        place++;
        while (rule < rules.Count && place >= rules.AntecedentOf(rule).Length + rules.ConsequentOf(rule).Length)
        {
            rule++;
            place = 0;
        }

        if (rule >= rules.Count)
        {
            return false;
        }

        var antecedent = rules.AntecedentOf(rule);
        var isLeft = place < antecedent.Length;
        var position = isLeft ? place : place - antecedent.Length;
        var item = isLeft ? antecedent[position] : rules.ConsequentOf(rule)[position];
        Set(0, rule + 1L);
        Set(1, isLeft ? "Antecedent" : "Consequent");
        Set(2, position + 1L);
        var isCategory = item >= data.Items.Count;
        SetNull(3, isCategory);
        if (!isCategory)
        {
            SetId(3, data.Items, item);
        }

        if (data.Categories is not null)
        {
            SetOrNull(4, isCategory ? data.TextOf(item) : null);
        }

        hash.Add(rule, place, item, 0);
        return true;
    }
}
