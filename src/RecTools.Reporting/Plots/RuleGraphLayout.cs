namespace RecTools.Reporting;

/// <summary>A line of a graph of rules.</summary>
/// <param name="From">Place of the item of the if-side.</param>
/// <param name="To">Place of the item of the then-side.</param>
/// <param name="Rule">The rule.</param>
internal readonly record struct RuleLine(int From, int To, PlotRule Rule);

/// <summary>Which items stand on the circle of a graph of rules, and in which order: those that rules tie together stand close.</summary>
internal sealed class RuleGraphLayout
{
    /// <summary>Chooses the rules from the first on as long as their items find a place, and orders the items.</summary>
    public RuleGraphLayout(IReadOnlyList<PlotRule> rules, int itemLimit)
    {
        var chosen = new List<PlotRule>();
        var items = new List<string>();
        foreach (var rule in rules)
        {
            string[] unplaced = [.. rule.Antecedent.Concat(rule.Consequent).Distinct().Where(item => !items.Contains(item))];
            if (items.Count + unplaced.Length <= itemLimit)
            {
                items.AddRange(unplaced);
                chosen.Add(rule);
            }
        }

        Rules = chosen;
        Items = Order(items, chosen);
        Lines =
        [
            .. from rule in chosen
               from item in rule.Antecedent
               from other in rule.Consequent
               select new RuleLine(Items.IndexOf(item), Items.IndexOf(other), rule),
        ];
    }

    /// <summary>The rules that are drawn.</summary>
    public IReadOnlyList<PlotRule> Rules { get; }

    /// <summary>The items, around the circle.</summary>
    public List<string> Items { get; }

    /// <summary>The lines, one from each item of an if-side to each of its then-side.</summary>
    public IReadOnlyList<RuleLine> Lines { get; }

    // From the item of most rules on, always the one that most ties to what stands already, what came last counting most.
    private static List<string> Order(List<string> items, List<PlotRule> rules)
    {
        var ties = new Dictionary<(string, string), int>();
        foreach (var rule in rules)
        {
            string[] both = [.. rule.Antecedent, .. rule.Consequent];
            foreach (var item in both)
            {
                foreach (var other in both.Where(other => other != item))
                {
                    ties[(item, other)] = ties.GetValueOrDefault((item, other)) + 1;
                }
            }
        }

        var order = new List<string>();
        var open = new List<string>(items);
        while (open.Count > 0)
        {
            double Pull(string item) => order.Count == 0
                ? items.Sum(other => ties.GetValueOrDefault((item, other)))
                : order.Select((placed, place) => ties.GetValueOrDefault((item, placed)) / (double)(order.Count - place)).Sum();
            var next = open.MaxBy(Pull)!;
            order.Add(next);
            open.Remove(next);
        }

        return order;
    }
}
