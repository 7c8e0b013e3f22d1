using RecTools.Algorithms;
using RecTools.Data;

namespace RecTools.Training;

/// <summary>
/// What goes with an item, ready to be asked with plain SQL: for each item of an if-side the items of the then-side, with how many items the if-side
/// has. Sorted by item, so that a basket's rules are found at once. Rules about categories are not in it.
/// </summary>
internal sealed class GoesWithRows : ResultRows
{
    private readonly RuleSet rules;
    private readonly IdSet items;
    private readonly ResultHash hash;
    private readonly (int Item, int Rule, int GoesWith)[] rows;
    private int row = -1;

    /// <summary>Makes the rows.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="items">Ids of the items.</param>
    /// <param name="hash">Takes in every row.</param>
    public GoesWithRows(RuleSet rules, IdSet items, ResultHash hash)
        : base(GoesWithTable(items))
    {
        this.rules = rules;
        this.items = items;
        this.hash = hash;
        var all = new List<(int, int, int)>();
        for (var rule = 0; rule < rules.Count; rule++)
        {
            if (!AreItems(rules.AntecedentOf(rule)) || !AreItems(rules.ConsequentOf(rule)))
            {
                continue;
            }

            foreach (var item in rules.AntecedentOf(rule))
            {
                foreach (var other in rules.ConsequentOf(rule))
                {
                    all.Add((item, rule, other));
                }
            }
        }

        all.Sort();
        rows = [.. all];
    }

    /// <summary>Rows of <c>_GoesWith</c>.</summary>
    public static TableSpec GoesWithTable(IdSet items) => new(
        [
            items.Column("ItemId"),
            new("RuleId", CellKind.Int64, "int"),
            items.Column("GoesWithItemId"),
            new("AntecedentSize", CellKind.Int64, "int"),
            new("Count", CellKind.Int64, "int"),
            new("Confidence", CellKind.Float64),
            new("Lift", CellKind.Float64),
        ],
        ["ItemId", "RuleId", "GoesWithItemId"]);

    /// <summary>Number of rows.</summary>
    public int RowCount => rows.Length;

    public override bool Read()
    {
        if (++row >= rows.Length)
        {
            return false;
        }

        var (item, rule, other) = rows[row];
        var measures = rules.MeasuresOf(rule);
        SetId(0, items, item);
        Set(1, rule + 1L);
        SetId(2, items, other);
        Set(3, (long)rules.AntecedentOf(rule).Length);
        Set(4, (long)measures.Both);
        Set(5, measures.Confidence);
        Set(6, measures.Lift);
        hash.Add(item, rule, other, (float)measures.Confidence);
        return true;
    }

    private bool AreItems(ReadOnlySpan<int> nodes)
    {
        foreach (var node in nodes)
        {
            if (node >= items.Count)
            {
                return false;
            }
        }

        return true;
    }
}
