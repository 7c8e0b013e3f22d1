using RecTools.Algorithms;

namespace RecTools.Tests;

/// <summary>How rules recommend: the score is as stated.</summary>
public class RuleScorerTests
{
    [Theory]
    [InlineData(RuleScoring.BestRule)]
    [InlineData(RuleScoring.Combined)]
    public void The_score_is_the_surest_rule_or_the_chance_that_one_of_five_holds_and_below_zero_popularity(RuleScoring scoring)
    {
        var random = new SeededRandom(71);
        var baskets = SlowRules.Draw(ref random, 80, 9, 0.35);
        var (model, rules) = Fit(baskets, 9, scoring);
        var filled = baskets.Count(basket => basket != 0);
        for (uint history = 0; history < 1 << 9; history += 3)
        {
            var scores = new float[9];
            model.ScoreNewUser([.. SlowRules.ItemsOf(history)], new float[9], scores);
            for (var item = 0; item < 9; item++)
            {
                var leading = Leading(rules, history, item).ToList();
                var expected = leading.Count == 0 ? ((double)SlowRules.Count(baskets, 1u << item) / filled) - 1
                    : scoring == RuleScoring.BestRule ? leading.Max(rule => rules.MeasuresOf(rule).Confidence)
                    : NoisyOr(rules, leading, set => set);
                Assert.Equal(expected, scores[item], 1e-6);
            }
        }
    }

    [Fact]
    public void A_user_with_nothing_is_no_basket()
    {
        var baskets = BasketSet.FromRows(SparseMatrix.FromEntries(5, 2, [1, 1, 3], [0, 1, 1], [1, 1, 1]));
        Assert.Equal(2, baskets.Count);
        Assert.Equal([0, 1], baskets.ItemsOf(0).ToArray());
        Assert.Equal([1], baskets.ItemsOf(1).ToArray());
    }

    [Fact]
    public void A_category_and_what_is_in_it_are_one_reason()
    {
        // Items 0 to 5; categories 6 (of 0, 1) and 7 (of 2, 3 and 6).
        var hierarchy = ItemHierarchy.TryMake(6, [[6], [6], [7], [7], [], [], [7], []], out _)!;
        uint Widened(uint set) => set | ((set & 0b11) != 0 ? 1u << 6 : 0) | ((set & 0b1001111) != 0 ? 1u << 7 : 0);
        var random = new SeededRandom(74);
        var (model, rules) = Fit(SlowRules.Draw(ref random, 80, 6, 0.4), 6, RuleScoring.Combined, new SideData { Hierarchy = hierarchy });
        for (uint history = 1; history < 1 << 6; history++)
        {
            var scores = new float[6];
            model.ScoreNewUser([.. SlowRules.ItemsOf(history)], new float[6], scores);
            for (var item = 0; item < 6; item++)
            {
                var leading = Leading(rules, Widened(history), item).ToList();
                Assert.Equal(leading.Count == 0, scores[item] <= 0);
                Assert.Equal(leading.Count == 0 ? scores[item] : NoisyOr(rules, leading, Widened), scores[item], 1e-6);
            }
        }
    }

    [Fact]
    public void An_explanation_names_for_each_item_of_the_history_the_surest_rule_it_takes_part_in()
    {
        var random = new SeededRandom(72);
        var (model, rules) = Fit(SlowRules.Draw(ref random, 80, 9, 0.35), 9, RuleScoring.Combined);
        int[] history = [0, 2, 5];
        var parts = model.Explain(-1, history, new float[3], [1, 7], 10);
        foreach (var (item, own) in new[] { (1, parts[0]), (7, parts[1]) })
        {
            var leading = Leading(rules, 0b100101, item).Order().ToList();
            var expected = history.Where(had => leading.Any(rule => rules.AntecedentOf(rule).Contains(had)))
                .Select(had => (Item: had, Rule: leading.First(rule => rules.AntecedentOf(rule).Contains(had))))
                .OrderBy(pair => pair.Rule).ThenBy(pair => pair.Item);
            Assert.Equal(expected, own.Select(part => (part.Item, part.Rule)));
            Assert.All(own, part => Assert.Equal((float)rules.MeasuresOf(part.Rule).Confidence, part.Score));
        }
    }

    [Fact]
    public void Similar_items_are_those_of_rules_between_two_items_by_cosine()
    {
        var random = new SeededRandom(73);
        var baskets = SlowRules.Draw(ref random, 80, 6, 0.4);
        var (model, _) = Fit(baskets, 6, RuleScoring.Combined);
        var similar = model.SimilarItems(2, 10);
        Assert.NotEmpty(similar);
        Assert.All(similar, entry => Assert.Equal(
            SlowRules.Count(baskets, 4u | (1u << entry.Item)) / Math.Sqrt((double)SlowRules.Count(baskets, 4) * SlowRules.Count(baskets, 1u << entry.Item)), entry.Score, 1e-6));
    }

    private static double NoisyOr(RuleSet rules, List<int> surestFirst, Func<uint, uint> widened)
    {
        var counted = new List<uint>();
        var doubt = 1.0;
        foreach (var rule in surestFirst.Order())
        {
            var own = SlowRules.ToMask(rules.AntecedentOf(rule));
            if (counted.Count < 5 && counted.All(other => (own & ~widened(other)) != 0 && (other & ~widened(own)) != 0))
            {
                counted.Add(own);
                doubt *= 1 - rules.MeasuresOf(rule).Confidence;
            }
        }

        return 1 - doubt;
    }

    private static IEnumerable<int> Leading(RuleSet rules, uint history, int item) => Enumerable.Range(0, rules.Count).Where(rule =>
        (SlowRules.ToMask(rules.AntecedentOf(rule)) & ~history) == 0 && rules.ConsequentOf(rule) is [var only] && only == item);

    private static (IRecommender Model, RuleSet Rules) Fit(uint[] baskets, int items, RuleScoring scoring, SideData? side = null)
    {
        var set = SlowRules.ToSet(baskets, items);
        var rows = new SparseMatrix(items, set.Starts.ToArray(), set.Entries.ToArray(), Enumerable.Repeat(1f, set.EntryCount).ToArray());
        var model = new AssociationRules().Fit(rows, new AssociationRulesOptions { MinCount = 4, MinConfidence = 0.3, Scoring = scoring, MaxConsequent = 2 }, FitContext.Default with { Side = side ?? SideData.None });
        return (model, ((IRuleModel)model).Rules);
    }
}
