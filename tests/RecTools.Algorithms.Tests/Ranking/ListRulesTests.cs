using RecTools.Algorithms;

namespace RecTools.Tests;

/// <summary>Lists under business rules, against a slow implementation that sorts everything.</summary>
public class ListRulesTests
{
    private const int Users = 60;
    private const int Items = 400;

    private static readonly FixedScores Model = FixedScores.Random(Users, Items, 30, 1);
    private static readonly SparseMatrix Seen = RandomInteractions.Make(Users, Items, 0.1, 2);
    private static readonly int[] Categories = CategoriesOf(7, 3);

    public static TheoryData<string> Cases => ["allowed", "own", "cap", "tight cap", "pins", "own pins", "diverse", "everything"];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Lists_are_those_of_the_slow_implementation(string name)
    {
        var rules = RulesOf(name);
        var lists = TopItemsForUsers.Select(Model, rules, 0, Users, 10, new Workers(2));
        for (var user = 0; user < Users; user++)
        {
            var (items, pinned) = Slow(user, rules, 10);
            Assert.Equal(items, lists.Of(user).ToArray().Select(entry => entry.Item));
            Assert.Equal(pinned, lists.Pinned[user]);
            Assert.All(lists.Of(user).ToArray(), entry => Assert.Equal(Model.Predict(user, entry.Item), entry.Score));
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Threads_and_the_run_of_users_do_not_matter(string name)
    {
        var rules = RulesOf(name);
        var all = TopItemsForUsers.Select(Model, rules, 0, Users, 10, new Workers(1));
        foreach (var threads in new[] { 2, 3 })
        {
            var again = TopItemsForUsers.Select(Model, rules, 17, 30, 10, new Workers(threads));
            for (var user = 17; user < 47; user++)
            {
                Assert.Equal(all.Of(user).ToArray(), again.Of(user).ToArray());
            }
        }
    }

    [Fact]
    public void Lists_are_full_where_the_rules_leave_enough()
    {
        // One item of a category: of 7 categories and the items of none.
        var lists = TopItemsForUsers.Select(Model, new ListRules { Seen = Seen, CategoryOf = Categories, MaxPerCategory = 1 }, 0, Users, 10, new Workers(2));
        Assert.All(lists.Counts, count => Assert.Equal(10, count));

        // Only the items of a category of which one is allowed.
        var one = new ListRules { CategoryOf = Categories, MaxPerCategory = 1, Allowed = [.. Enumerable.Range(0, Items).Where(item => Categories[item] == 2)] };
        Assert.All(TopItemsForUsers.Select(Model, one, 0, Users, 10, new Workers(2)).Counts, count => Assert.Equal(1, count));
    }

    [Fact]
    public void A_pinned_item_comes_once_and_only_where_it_may_be()
    {
        var rules = new ListRules { Seen = Seen, Pinned = [5, 390, 6], Allowed = [.. Enumerable.Range(0, 300)] };
        var lists = TopItemsForUsers.Select(Model, rules, 0, Users, 10, new Workers(2));
        for (var user = 0; user < Users; user++)
        {
            var items = lists.Of(user).ToArray().Select(entry => entry.Item).ToArray();
            int[] expected = [.. new[] { 5, 6 }.Except(Seen.ColumnsOf(user).ToArray())];
            Assert.Equal(expected, items[..expected.Length]);
            Assert.Equal(10, items.Distinct().Count());
            Assert.DoesNotContain(390, items);
        }
    }

    [Fact]
    public void Diversity_makes_lists_less_alike()
    {
        var likeness = new CategoryLikeness();
        double Of(double diversity)
        {
            var lists = TopItemsForUsers.Select(Model, new ListRules { Diversity = diversity, Likeness = likeness }, 0, Users, 10, new Workers(2));
            return Enumerable.Range(0, Users).Average(user => new ListDiversity(likeness).Measure(user, lists.Of(user)).Value);
        }

        Assert.True(Of(0.1) > Of(0), $"{Of(0.1)} {Of(0)}");
        Assert.True(Of(0.3) > Of(0.1), $"{Of(0.3)} {Of(0.1)}");
    }

    [Fact]
    public void Learned_likeness_is_between_minus_one_and_one_and_one_for_the_item_itself()
    {
        var likeness = InteractionLikeness.Learn(Seen, FitContext.Default);
        for (var item = 0; item < 50; item++)
        {
            Assert.Equal(1, likeness.Of(item, item), 1e-5);
            Assert.InRange(likeness.Of(item, 77), -1.00001, 1.00001);
        }
    }

    private static ListRules RulesOf(string name)
    {
        var plain = new ListRules { Seen = Seen };
        int[] even = [.. Enumerable.Range(0, Items).Where(item => item % 2 == 0)];
        return name switch
        {
            "allowed" => plain with { Allowed = even },
            "own" => plain with { AllowedOfUser = RandomInteractions.Make(Users, Items, 0.05, 4) },
            "cap" => plain with { CategoryOf = Categories, MaxPerCategory = 2 },
            "tight cap" => plain with { CategoryOf = CategoriesOf(2, 0), MaxPerCategory = 3 },
            "pins" => plain with { Pinned = [3, 4, 5] },
            "own pins" => plain with { Pinned = [3], PinnedOfUser = new Dictionary<int, int[]> { [7] = [9, 3], [8] = [11] } },
            "diverse" => plain with { Diversity = 0.4, Likeness = new CategoryLikeness() },
            _ => plain with { Allowed = even, CategoryOf = Categories, MaxPerCategory = 3, Pinned = [4, 8], Diversity = 0.2, Likeness = new CategoryLikeness() },
        };
    }

    private static (int[] Items, int Pinned) Slow(int user, ListRules rules, int top)
    {
        var candidates = (rules.AllowedOfUser?.ColumnsOf(user).ToArray() ?? rules.Allowed ?? [.. Enumerable.Range(0, Items)])
            .Except(Seen.ColumnsOf(user).ToArray()).ToHashSet();
        var list = new List<int>();
        bool Fits(int item) => !list.Contains(item) && (rules.MaxPerCategory == 0 || rules.CategoryOf![item] < 0
            || list.Count(other => rules.CategoryOf[other] == rules.CategoryOf[item]) < rules.MaxPerCategory);
        var own = rules.PinnedOfUser.GetValueOrDefault(user, []);
        foreach (var pin in own.Concat(rules.Pinned).Where(candidates.Contains))
        {
            if (Fits(pin))
            {
                list.Add(pin);
            }
        }

        var pinned = list.Count;
        var ranked = candidates.Except(list).OrderByDescending(item => Model.Predict(user, item)).ThenBy(item => item).ToList();
        if (rules.Diversity > 0)
        {
            ranked = ranked[..Math.Min(10 * top, ranked.Count)];
        }

        var (best, worst) = ranked.Count == 0 ? (0, 0) : (Model.Predict(user, ranked[0]), Model.Predict(user, ranked[^1]));
        while (list.Count < top && ranked.Where(Fits).ToArray() is { Length: > 0 } fitting)
        {
            list.Add(rules.Diversity == 0 ? fitting[0] : fitting.MaxBy(item =>
                ((1 - rules.Diversity) * ((Model.Predict(user, item) - worst) / (best - worst)))
                - (rules.Diversity * list.Select(other => rules.Likeness!.Of(item, other)).Append(0).Max())));
        }

        return ([.. list], pinned);
    }

    private static int[] CategoriesOf(int count, int without)
    {
        var random = new SeededRandom(9);
        return [.. Enumerable.Range(0, Items).Select(_ => random.Next(count + without) is var category && category < count ? category : -1)];
    }

    /// <summary>Items whose numbers leave the same rest are alike.</summary>
    private sealed class CategoryLikeness : IItemLikeness
    {
        public float Of(int item, int other) => item % 5 == other % 5 ? 1 : item % 2 == other % 2 ? 0.25f : 0;
    }
}
