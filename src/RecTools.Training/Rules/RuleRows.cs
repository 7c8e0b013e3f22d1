using System.Reflection;
using RecTools.Algorithms;
using RecTools.Data;

namespace RecTools.Training;

/// <summary>The rules as rows: every text and number of <see cref="AssociationRule"/> is a column, in the order it has there.</summary>
/// <param name="rules">The rules.</param>
/// <param name="data">Names of the items.</param>
/// <param name="hash">Takes in every row.</param>
internal sealed class RuleRows(RuleSet rules, Interactions data, ResultHash hash) : ResultRows(RuleTable)
{
    private static readonly PropertyInfo[] Properties = [.. typeof(AssociationRule).GetProperties().Where(property => ColumnOf(property) is not null)];

    // By property; null where it is not of the kind.
    private static readonly Func<AssociationRule, string>?[] Texts = Getters<string>();
    private static readonly Func<AssociationRule, int>?[] Counts = Getters<int>();
    private static readonly Func<AssociationRule, double>?[] Numbers = Getters<double>();
    private static readonly Func<AssociationRule, double?>?[] PerhapsNumbers = Getters<double?>();
    private int rule = -1;

    /// <summary>Rows of <c>_Rule</c>.</summary>
    public static TableSpec RuleTable { get; } = new([.. Properties.Select(property => ColumnOf(property)!)], [nameof(AssociationRule.RuleId)]);

    public override bool Read()
    {
        if (++rule >= rules.Count)
        {
            return false;
        }

        var one = RuleRecord.Of(rules, rule, data);
        for (var column = 0; column < Properties.Length; column++)
        {
            if (Texts[column] is { } text)
            {
                Set(column, text(one));
            }
            else if (Counts[column] is { } count)
            {
                Set(column, (long)count(one));
            }
            else if (Numbers[column] is { } number)
            {
                Set(column, number(one));
            }
            else
            {
                Set(column, PerhapsNumbers[column]!(one));
            }
        }

        var measures = rules.MeasuresOf(rule);
        hash.Add(rule, measures.Antecedent, measures.Consequent, measures.Both);
        hash.Add(one.Antecedent);
        hash.Add(one.Consequent);
        return true;
    }

    private static ColumnSpec? ColumnOf(PropertyInfo property) => property.PropertyType switch
    {
        var type when type == typeof(int) => new(property.Name, CellKind.Int64, "int"),
        var type when type == typeof(string) => new(property.Name, CellKind.Text, $"nvarchar({ItemListText.Longest})"),
        var type when type == typeof(double) => new(property.Name, CellKind.Float64),
        var type when type == typeof(double?) => new(property.Name, CellKind.Float64, null, Nullable: true),
        _ => null,
    };

    private static Func<AssociationRule, T>?[] Getters<T>() =>
        Array.ConvertAll(Properties, property => property.PropertyType == typeof(T) ? property.GetMethod!.CreateDelegate<Func<AssociationRule, T>>() : null);
}
