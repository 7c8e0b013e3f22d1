using System.Globalization;
using RecTools.Algorithms;

namespace RecTools.Training;

/// <summary>The reason for a recommendation in plain words.</summary>
internal static class ReasonText
{
    /// <summary>Parts of the history that a reason names.</summary>
    public const int Parts = 3;

    // What a column of text holds.
    private const int Longest = 400;

    /// <summary>Names the rule that speaks for it, or the items that do most, or else what the algorithm says of the item.</summary>
    /// <param name="model">The model.</param>
    /// <param name="user">The user; -1 for somebody new.</param>
    /// <param name="item">The recommended item.</param>
    /// <param name="parts">Its contributions, largest first.</param>
    /// <param name="data">Names of the items.</param>
    /// <param name="evidence">What the contributions are called.</param>
    public static string Of(IRecommender model, int user, int item, ReadOnlySpan<Contribution> parts, Interactions data, EvidenceNames evidence)
    {
        var text = OfRule(model, parts, data) ?? OfParts(parts, evidence) ?? model.Describe(user, item);
        return ItemListText.Cut(text, Longest);
    }

    /// <summary>As <see cref="Of"/>, for somebody of whom nothing is known.</summary>
    public static string ToStranger(IRecommender model, int item, ReadOnlySpan<Contribution> parts, Interactions data, EvidenceNames evidence)
    {
        var text = OfRule(model, parts, data) ?? OfParts(parts, evidence) ?? model.DescribeToStranger(item);
        return ItemListText.Cut(text, Longest);
    }

    private static string? OfRule(IRecommender model, ReadOnlySpan<Contribution> parts, Interactions data) =>
        parts is [{ Rule: >= 0 } first, ..] && model.As<IRuleModel>() is { } rules ? OfRule(rules.Rules, first.Rule, data) : null;

    private static string OfRule(RuleSet rules, int rule, Interactions data)
    {
        var antecedent = rules.AntecedentOf(rule);
        string[] names = new string[antecedent.Length];
        for (var i = 0; i < names.Length; i++)
        {
            names[i] = ItemListText.Quoted(data.TextOf(antecedent[i]));
        }

        return string.Create(
            CultureInfo.InvariantCulture, $"{rules.MeasuresOf(rule).Confidence * 100:0.#} % of baskets with {List(names)} have it (rule {rule + 1})");
    }

    private static string? OfParts(ReadOnlySpan<Contribution> parts, EvidenceNames evidence)
    {
        var names = new List<string>();
        foreach (var part in parts)
        {
            if (names.Count < Parts && part.Score > 0 && evidence.Text(part) is { } text)
            {
                names.Add(text);
            }
        }

        return names.Count == 0 ? null : $"because of {List(names)}";
    }

    private static string List(IReadOnlyList<string> names) => names.Count == 1
        ? names[0]
        : $"{string.Join(", ", names.Take(names.Count - 1))} and {names[^1]}";
}
