using RecTools.Data;

namespace RecTools.Training;

/// <summary>Numbers categories as they first appear, puts them in an order that the data alone decide, and names them so that no two look alike.</summary>
/// <param name="equality">When two texts are one.</param>
internal sealed class CategoryNodes(TextEquality equality)
{
    /// <summary>Stands for no category.</summary>
    public const int None = -1;

    private readonly Spellings texts = new(equality);
    private readonly Dictionary<Node, int> codes = [];
    private readonly List<Node> nodes = [];

    /// <summary>Categories so far.</summary>
    public int Count => nodes.Count;

    /// <summary>Number of a text, to be given to <see cref="Add"/>.</summary>
    public int TextCode(string text) => texts.Code(text);

    /// <summary>Number of a category.</summary>
    /// <param name="level">Its level.</param>
    /// <param name="textCode">Its text.</param>
    /// <param name="above">The category that is right above it, where that makes it another one; or <see cref="None"/>.</param>
    public int Add(int level, int textCode, int above)
    {
        var node = new Node(level, textCode, above);
        if (!codes.TryGetValue(node, out var code))
        {
            codes[node] = code = nodes.Count;
            nodes.Add(node);
        }

        return code;
    }

    /// <summary>Place of each category in canonical order: by level, text, and texts above it.</summary>
    public int[] Places()
    {
        var place = new int[Count];
        foreach (var (category, index) in InOrder().Select((category, index) => (category, index)))
        {
            place[category] = index;
        }

        return place;
    }

    /// <summary>What to call each category, in canonical order: by its text, with its level where an item or a category of another level has the same, with what is above it where one of its level has.</summary>
    /// <param name="levels">What the levels are called.</param>
    /// <param name="items">Texts of the items.</param>
    public string[] Names(IReadOnlyList<string> levels, HashSet<string> items)
    {
        var levelsOfText = nodes.GroupBy(node => node.Text).ToDictionary(alike => alike.Key, alike => alike.Select(node => node.Level).Distinct().Count());
        var alikeInLevel = Enumerable.Range(0, Count).ToLookup(category => (nodes[category].Level, nodes[category].Text));
        string Told(int category) => levelsOfText[nodes[category].Text] > 1 ? $"{TextOf(category)} ({levels[nodes[category].Level]})" : TextOf(category);

        string NameOf(int category)
        {
            var node = nodes[category];
            var alike = alikeInLevel[(node.Level, node.Text)].ToList();
            var details = new List<string>();
            if (levelsOfText[node.Text] > 1 || items.Contains(TextOf(category)))
            {
                details.Add(levels[node.Level]);
            }

            if (alike.Count > 1)
            {
                details.AddRange(Above(category).Take(StepsThatTell(alike, Told)).Select(Told));
            }

            return details.Count == 0 ? TextOf(category) : $"{TextOf(category)} ({string.Join(", ", details)})";
        }

        return [.. InOrder().Select(NameOf)];
    }

    private string TextOf(int category) => texts.Texts[nodes[category].Text];

    private IEnumerable<int> InOrder() => Enumerable.Range(0, Count)
        .OrderBy(category => nodes[category].Level)
        .ThenBy(category => string.Join('\0', Above(category).Prepend(category).Select(step => $"{TextOf(step)}\0{nodes[step].Level}")), StringComparer.Ordinal);

    // How many steps up the categories must be told to be told apart.
    private int StepsThatTell(List<int> alike, Func<int, string> told)
    {
        var steps = 1;
        while (alike.Select(category => string.Join('\0', Above(category).Take(steps).Select(told))).Distinct(StringComparer.Ordinal).Count() < alike.Count)
        {
            steps++;
        }

        return steps;
    }

    private IEnumerable<int> Above(int category)
    {
        for (var above = nodes[category].Above; above != None; above = nodes[above].Above)
        {
            yield return above;
        }
    }

    private readonly record struct Node(int Level, int Text, int Above);
}
