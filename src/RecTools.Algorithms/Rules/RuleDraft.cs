namespace RecTools.Algorithms;

/// <summary>A rule while the rules are made.</summary>
/// <param name="Antecedent">Items of the if-side, ascending.</param>
/// <param name="Consequent">Items of the then-side, ascending.</param>
/// <param name="Measures">Its counts.</param>
internal readonly record struct RuleDraft(int[] Antecedent, int[] Consequent, RuleMeasures Measures) : IComparable<RuleDraft>
{
    /// <summary>Bytes that a rule takes at most, with all arrays that are made of it.</summary>
    public const int Bytes = 320;

    /// <summary>The stronger rule first; of equal ones the simpler, and then by items, so that the order depends on the data alone.</summary>
    public int CompareTo(RuleDraft other)
    {
        var order = other.Measures.Confidence.CompareTo(Measures.Confidence);
        order = order != 0 ? order : other.Measures.Lift.CompareTo(Measures.Lift);
        order = order != 0 ? order : other.Measures.Both.CompareTo(Measures.Both);
        order = order != 0 ? order : Antecedent.Length.CompareTo(other.Antecedent.Length);
        order = order != 0 ? order : Antecedent.AsSpan().SequenceCompareTo(other.Antecedent);
        return order != 0 ? order : Consequent.AsSpan().SequenceCompareTo(other.Consequent);
    }

    /// <summary>Some of the drafts, in an order, as a set of rules.</summary>
    public static RuleSet Join(int basketCount, int[] order, RuleDraft[] drafts, double[] pValues, double[] adjustedPValues)
    {
        var start = new int[order.Length + 1];
        var consequentStart = new int[order.Length];
        var items = new int[order.Sum(i => drafts[i].Antecedent.Length + drafts[i].Consequent.Length)];
        var counts = new int[3 * order.Length];
        for (var rule = 0; rule < order.Length; rule++)
        {
            var draft = drafts[order[rule]];
            consequentStart[rule] = start[rule] + draft.Antecedent.Length;
            start[rule + 1] = consequentStart[rule] + draft.Consequent.Length;
            draft.Antecedent.CopyTo(items, start[rule]);
            draft.Consequent.CopyTo(items, consequentStart[rule]);
            (counts[3 * rule], counts[(3 * rule) + 1], counts[(3 * rule) + 2]) = (draft.Measures.Antecedent, draft.Measures.Consequent, draft.Measures.Both);
        }

        return new RuleSet(
            basketCount, start, consequentStart, items, counts, [.. order.Select(i => pValues[i])], [.. order.Select(i => adjustedPValues[i])]);
    }
}
