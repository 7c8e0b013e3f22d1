using RecTools.Algorithms;

namespace RecTools.Training;

/// <summary>A rule as people see it: with texts, ids and all measures.</summary>
internal static class RuleRecord
{
    /// <summary>Makes it.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="rule">Its number.</param>
    /// <param name="data">Ids and names of the items.</param>
    public static AssociationRule Of(RuleSet rules, int rule, Interactions data)
    {
        var measures = rules.MeasuresOf(rule);
        return new AssociationRule
        {
            RuleId = rule + 1,
            Antecedent = ItemListText.Of(rules.AntecedentOf(rule), data.TextOf),
            Consequent = ItemListText.Of(rules.ConsequentOf(rule), data.TextOf),
            AntecedentItems = IdsOf(rules.AntecedentOf(rule), data),
            ConsequentItems = IdsOf(rules.ConsequentOf(rule), data),
            Count = measures.Both,
            Support = measures.Support,
            Confidence = measures.Confidence,
            Lift = measures.Lift,
            Leverage = measures.Leverage,
            Conviction = measures.Conviction,
            Cosine = measures.Cosine,
            Kulczynski = measures.Kulczynski,
            ImbalanceRatio = measures.ImbalanceRatio,
            Importance = measures.Importance,
            PValue = rules.PValues[rule],
            AdjustedPValue = rules.AdjustedPValues[rule],
        };
    }

    /// <summary>Ids of items; categories are text.</summary>
    public static object[] IdsOf(ReadOnlySpan<int> items, Interactions data)
    {
        var ids = new object[items.Length];
        for (var i = 0; i < ids.Length; i++)
        {
            ids[i] = items[i] < data.Items.Count ? data.Items[items[i]] : data.TextOf(items[i]);
        }

        return ids;
    }
}
