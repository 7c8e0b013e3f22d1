using System.Globalization;

namespace RecTools.Algorithms;

/// <summary>Rules, and how they recommend.</summary>
internal sealed class AssociationRulesModel : IRecommender, IRuleModel, IFitFacts
{
    private const int FormatVersion = 1;
    private readonly SparseMatrix histories;
    private readonly RuleScoring scoring;
    private readonly int[] basketsWith;
    private readonly long itemsetCount;
    private readonly RuleScorer scorer;
    private readonly RuleEvidence evidence;
    private readonly RuleNeighbors neighbors;

    /// <summary>Wraps what was mined.</summary>
    /// <param name="histories">What users have.</param>
    /// <param name="mined">The rules.</param>
    /// <param name="hierarchy">Categories of the items; null without.</param>
    /// <param name="basketsWith">Baskets that hold each item, and each category after them.</param>
    /// <param name="scoring">How rules become scores.</param>
    public AssociationRulesModel(SparseMatrix histories, MinedRules mined, ItemHierarchy? hierarchy, int[] basketsWith, RuleScoring scoring)
    {
        this.histories = histories;
        this.scoring = scoring;
        this.basketsWith = basketsWith;
        (Rules, itemsetCount, MinCount, Hierarchy) = (mined.Rules, mined.ItemsetCount, mined.MinCount, hierarchy);
        var matcher = new RuleMatcher(Rules, hierarchy, basketsWith, ItemCount);
        scorer = new RuleScorer(Rules, matcher, scoring, hierarchy, basketsWith, ItemCount);
        evidence = new RuleEvidence(Rules, matcher, hierarchy);
        neighbors = new RuleNeighbors(Rules, matcher.Usable, ItemCount);
    }

    /// <inheritdoc/>
    public int UserCount => histories.RowCount;

    /// <inheritdoc/>
    public int ItemCount => histories.ColumnCount;

    /// <inheritdoc/>
    public bool PredictsRatings => false;

    /// <inheritdoc/>
    public RuleSet Rules { get; }

    /// <inheritdoc/>
    public ItemHierarchy? Hierarchy { get; }

    /// <summary>Baskets that each rule holds in at least.</summary>
    public int MinCount { get; }

    /// <inheritdoc/>
    public IReadOnlyList<(string Name, double Value)> Facts =>
    [
        ("Baskets", Rules.BasketCount),
        ("MinCount", MinCount),
        ("Itemsets", itemsetCount),
        ("Rules", Rules.Count),
    ];

    /// <summary>Reads back what <see cref="Save"/> wrote.</summary>
    public static AssociationRulesModel Load(BinaryReader reader, SparseMatrix histories) =>
        ModelContent.Read(reader, AssociationRules.AlgorithmName, FormatVersion, content =>
        {
            var itemCount = ModelContent.ReadCount(content);
            var scoring = (RuleScoring)content.ReadByte();
            var minCount = ModelContent.ReadCount(content);
            var itemsets = ModelContent.ReadCount(content);
            var basketsWith = ModelContent.ReadArray<int>(content);
            var hierarchy = content.ReadBoolean() ? ItemHierarchy.Load(content) : null;
            var rules = RuleSet.Load(content, basketsWith.Length);
            if (itemCount != histories.ColumnCount || basketsWith.Length != (hierarchy?.NodeCount ?? itemCount))
            {
                throw new InvalidDataException("The rules of the model are about other items than its rows.");
            }

            return new AssociationRulesModel(histories, new MinedRules(rules, itemsets, minCount), hierarchy, basketsWith, scoring);
        });

    /// <inheritdoc/>
    public void Save(BinaryWriter writer)
    {
        ModelContent.WriteHeader(writer, AssociationRules.AlgorithmName, FormatVersion);
        writer.Write(ItemCount);
        writer.Write((byte)scoring);
        writer.Write(MinCount);
        writer.Write((int)itemsetCount);
        ModelContent.WriteArray<int>(writer, basketsWith);
        writer.Write(Hierarchy is not null);
        Hierarchy?.Save(writer);
        Rules.Save(writer);
    }

    /// <inheritdoc/>
    /// <remarks>For an unknown user how popular the item is; an unknown item is in no basket.</remarks>
    public float Predict(int user, int item)
    {
        var scores = new float[ItemCount];
        scorer.Score(user < 0 ? [] : histories.ColumnsOf(user), scores);
        return item < 0 ? -1 : scores[item];
    }

    /// <inheritdoc/>
    public void Score(int firstUser, int userCount, Span<float> scores)
    {
        for (var i = 0; i < userCount; i++)
        {
            scorer.Score(histories.ColumnsOf(firstUser + i), scores.Slice(i * ItemCount, ItemCount));
        }
    }

    /// <inheritdoc/>
    public void ScoreNewUser(ReadOnlySpan<int> items, ReadOnlySpan<float> values, Span<float> scores) => scorer.Score(items, scores);

    /// <inheritdoc/>
    /// <remarks>Items that a rule between the two alone ties to it, by the cosine of their baskets.</remarks>
    public ScoredItem[] SimilarItems(int item, int count) => neighbors.Similar(item, count);

    /// <inheritdoc/>
    public Contribution[][] Explain(
        int user, ReadOnlySpan<int> historyItems, ReadOnlySpan<float> historyValues, ReadOnlySpan<int> items, int count) =>
        evidence.Explain(historyItems, items, count);

    /// <inheritdoc/>
    /// <remarks>Where no rule speaks for an item, it stands by how many have it.</remarks>
    public ReasonKind KindOf(int user, int item, ReadOnlySpan<Contribution> parts) => parts.IsEmpty ? ReasonKind.Popular : ReasonKind.Rules;

    /// <inheritdoc/>
    public string Describe(int item) => string.Create(CultureInfo.InvariantCulture, $"popular: in {basketsWith[item]:#,##0} baskets");
}
