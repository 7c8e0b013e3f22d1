using RecTools.Algorithms;

namespace RecTools.Benchmarks;

/// <summary>Recommends by rules with any formula: slower than the shipped scoring, and only to compare formulas.</summary>
/// <param name="histories">What users have.</param>
/// <param name="model">A model of rules.</param>
/// <param name="formula">Makes a score above 0 of the rules that lead to an item, surest first.</param>
internal sealed class CombinedRules(SparseMatrix histories, IRecommender model, Func<RuleSet, IReadOnlyList<int>, double> formula) : IRecommender
{
    private readonly RuleSet rules = ((IRuleModel)model).Rules;
    private readonly RuleMatcher matcher = new(((IRuleModel)model).Rules, null, BasketSet.FromRows(histories).CountItems(), histories.ColumnCount);

    public int UserCount => histories.RowCount;

    public int ItemCount => histories.ColumnCount;

    public bool PredictsRatings => false;

    public float Predict(int user, int item) => throw new NotSupportedException();

    public void Score(int firstUser, int userCount, Span<float> scores)
    {
        // Where no rule leads the model's own fallback, below 0, stays.
        model.Score(firstUser, userCount, scores);
        for (var i = 0; i < userCount; i++)
        {
            var leading = new Dictionary<int, List<int>>();
            foreach (var rule in matcher.Match(histories.ColumnsOf(firstUser + i)))
            {
                var item = rules.ConsequentOf(rule)[0];
                (leading.TryGetValue(item, out var own) ? own : leading[item] = []).Add(rule);
            }

            foreach (var (item, own) in leading)
            {
                scores[(i * ItemCount) + item] = (float)formula(rules, own);
            }
        }
    }

    public void ScoreNewUser(ReadOnlySpan<int> items, ReadOnlySpan<float> values, Span<float> scores) => throw new NotSupportedException();

    public ScoredItem[] SimilarItems(int item, int count) => throw new NotSupportedException();

    public Contribution[][] Explain(int user, ReadOnlySpan<int> historyItems, ReadOnlySpan<float> historyValues, ReadOnlySpan<int> items, int count) =>
        throw new NotSupportedException();

    public void Save(BinaryWriter writer) => throw new NotSupportedException();
}
