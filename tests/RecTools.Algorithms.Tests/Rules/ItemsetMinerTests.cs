using System.Numerics;
using RecTools.Algorithms;

namespace RecTools.Tests;

/// <summary>The miner finds what looking at every set of items in every basket finds.</summary>
public class ItemsetMinerTests
{
    private const int NoBound = int.MaxValue;

    [Fact]
    public void Thousands_of_small_data_sets_give_the_itemsets_that_brute_force_gives()
    {
        var random = new SeededRandom(20);
        for (var round = 0; round < 3_000; round++)
        {
            var items = 1 + random.Next(8);
            var baskets = SlowRules.Draw(ref random, 1 + random.Next(40), items, 0.05 + (0.9 * random.NextDouble()));
            var minCount = 1 + random.Next(Math.Max(1, baskets.Length / 2));
            var found = Mine(baskets, items, new ItemsetBounds(minCount, NoBound, 31), 1 + (round % 3));
            Assert.Equal(Sorted(SlowRules.Itemsets(baskets, items, minCount)), Sorted(SlowRules.ToMasks(found)));
        }
    }

    [Theory]
    [InlineData(400, 14, 0.15, 4)]
    [InlineData(3_000, 14, 0.08, 6)]
    [InlineData(3_000, 13, 0.5, 300)]
    [InlineData(200, 15, 0.7, 40)]
    [InlineData(70, 14, 0.3, 2)]
    public void Larger_ones_too_sparse_and_dense(int basketCount, int items, double density, int minCount)
    {
        var random = new SeededRandom(basketCount);
        var baskets = SlowRules.Draw(ref random, basketCount, items, density);
        var found = Mine(baskets, items, new ItemsetBounds(minCount, NoBound, 31), 2);
        Assert.Equal(Sorted(SlowRules.Itemsets(baskets, items, minCount)), Sorted(SlowRules.ToMasks(found)));
    }

    [Fact]
    public void The_bounds_on_size_and_on_the_frequency_of_an_item_hold()
    {
        var random = new SeededRandom(5);
        for (var round = 0; round < 300; round++)
        {
            var items = 4 + random.Next(5);
            var baskets = SlowRules.Draw(ref random, 40, items, 0.5);
            var (maxItems, maxCount) = (1 + random.Next(4), 15 + random.Next(15));
            var found = SlowRules.ToMasks(Mine(baskets, items, new ItemsetBounds(3, maxCount, maxItems), 2));
            var slow = SlowRules.Itemsets(baskets, items, 3)
                .Where(set => BitOperations.PopCount(set.Key) <= maxItems && SlowRules.ItemsOf(set.Key).All(item => SlowRules.Count(baskets, 1u << item) <= maxCount));
            Assert.Equal(Sorted(slow), Sorted(found));
        }
    }

    [Fact]
    public void Closed_and_maximal_itemsets_are_what_their_definitions_say()
    {
        var random = new SeededRandom(6);
        for (var round = 0; round < 500; round++)
        {
            var items = 2 + random.Next(7);
            var baskets = SlowRules.Draw(ref random, 5 + random.Next(30), items, 0.3 + (0.5 * random.NextDouble()));
            var minCount = 1 + random.Next(6);
            var found = Mine(baskets, items, new ItemsetBounds(minCount, NoBound, 31), 1);
            var all = SlowRules.Itemsets(baskets, items, minCount);
            bool IsPart(uint part, uint whole) => part != whole && (part & whole) == part;
            var closed = all.Where(set => !all.Any(other => IsPart(set.Key, other.Key) && other.Value == set.Value));
            var maximal = all.Where(set => !all.Any(other => IsPart(set.Key, other.Key)));
            Assert.Equal(closed.Select(set => set.Key).Order(), Picked(found, ItemsetKind.Closed));
            Assert.Equal(maximal.Select(set => set.Key).Order(), Picked(found, ItemsetKind.Maximal));
            Assert.Equal(all.Keys.Order(), Picked(found, ItemsetKind.All));
        }
    }

    [Fact]
    public void Neither_the_order_of_baskets_nor_the_number_of_threads_changes_anything()
    {
        var random = new SeededRandom(8);
        var baskets = SlowRules.Draw(ref random, 500, 20, 0.2);
        var bounds = new ItemsetBounds(5, NoBound, 31);
        var one = Listed(Mine(baskets, 20, bounds, 1));
        random.Shuffle<uint>(baskets);
        Assert.Equal(one, Listed(Mine(baskets, 20, bounds, 2)));
        Assert.Equal(one, Listed(Mine(baskets, 20, bounds, 3)));
    }

    [Fact]
    public void The_way_baskets_are_kept_changes_nothing_but_the_time()
    {
        var random = new SeededRandom(11);
        foreach (var density in new[] { 0.1, 0.3, 0.6 })
        {
            var set = SlowRules.ToSet(SlowRules.Draw(ref random, 400, 16, density), 16);
            var bounds = new ItemsetBounds(6, NoBound, 31);
            var byData = Listed(ItemsetMiner.Mine(set, bounds, long.MaxValue, new Workers(2))!).Order();
            Assert.Equal(byData, Listed(ItemsetMiner.Mine(set, bounds, long.MaxValue, new Workers(2), MiningStrategy.Copies)!).Order());
            Assert.Equal(byData, Listed(ItemsetMiner.Mine(set, bounds, long.MaxValue, new Workers(2), MiningStrategy.Columns)!).Order());
        }
    }

    [Fact]
    public void Counting_without_keeping_gives_the_same_number()
    {
        var random = new SeededRandom(9);
        var set = SlowRules.ToSet(SlowRules.Draw(ref random, 500, 20, 0.3), 20);
        var bounds = new ItemsetBounds(5, NoBound, 31);
        Assert.Equal(ItemsetMiner.Mine(set, bounds, long.MaxValue, new Workers(2))!.Count, ItemsetMiner.Count(set, bounds, long.MaxValue, new Workers(2)));
    }

    [Fact]
    public void The_limit_stops_the_search_at_once_however_many_there_would_be()
    {
        // Thirty items that are always together have a thousand million subsets.
        var baskets = Enumerable.Repeat(0x3FFF_FFFFu, 100).ToArray();
        Assert.Null(ItemsetMiner.Mine(SlowRules.ToSet(baskets, 30), new ItemsetBounds(10, NoBound, 31), 100_000, new Workers(2)));
        Assert.NotNull(ItemsetMiner.Mine(SlowRules.ToSet(baskets, 30), new ItemsetBounds(10, NoBound, 3), 100_000, new Workers(2)));
    }

    [Fact]
    public void A_search_hears_that_it_was_cancelled_before_it_has_found_much()
    {
        var random = new SeededRandom(10);
        var set = SlowRules.ToSet(SlowRules.Draw(ref random, 500, 20, 0.3), 20);
        var items = FrequentItems.Find(set, 5, NoBound);
        using var cancelled = new CancellationTokenSource();
        var search = new ItemsetSearch(items.Recode(set), items.Counts, new ItemsetBounds(5, NoBound, 31), new ItemsetLimit(1_000), true, cancelled.Token);
        Assert.InRange(search.Run(0, 2).Count, 1, 10);
        cancelled.Cancel();
        Assert.Throws<OperationCanceledException>(() => search.Run(2, 3));
        Assert.Throws<OperationCanceledException>(() => new BitColumns(new ItemsetBounds(5, NoBound, 31), _ => throw new OperationCanceledException()).Search(items.Recode(set), new ItemsetTree(), 1));
    }

    [Fact]
    public void Nothing_gives_nothing()
    {
        var none = new BasketSet(3, [0], []);
        Assert.Equal(0, ItemsetMiner.Mine(none, new ItemsetBounds(1, NoBound, 31), 10, new Workers(2))!.Count);
        Assert.Equal(0, ItemsetMiner.Mine(new BasketSet(3, [0, 0, 0], []), new ItemsetBounds(1, NoBound, 31), 10, new Workers(2))!.Count);
    }

    [Theory]
    [InlineData("groceries/groceries.csv", ',', 0.001, 13_492)]
    [InlineData("fimi/retail.dat", ' ', 0.001, 7_589)]
    [InlineData("fimi/retail.dat", ' ', 0.0005, 19_242)]
    [InlineData("fimi/T10I4D100K.dat", ' ', 0.01, 385)]
    [InlineData("fimi/T10I4D100K.dat", ' ', 0.005, 1_073)]
    [InlineData("fimi/T10I4D100K.dat", ' ', 0.001, 27_532)]
    [InlineData("fimi/T10I4D100K.dat", ' ', 0.0001, 411_365)]
    [InlineData("fimi/BMS1.dat", ' ', 0.001, 3_991)]
    public void Real_baskets_give_the_numbers_that_others_find(string file, char separator, double support, int expected)
    {
        var set = RealBaskets.Read(file, separator);
        var found = ItemsetMiner.Mine(set, new ItemsetBounds(SupportThreshold.AtLeast(support, set.Count), NoBound, 31), long.MaxValue, new Workers(2))!;
        Assert.Equal(expected, found.Count);
        var (closed, maximal) = (ItemsetCondenser.Pick(found, ItemsetKind.Closed).Length, ItemsetCondenser.Pick(found, ItemsetKind.Maximal).Length);
        Assert.True(maximal < closed && closed <= expected);
    }

    [Fact]
    public void Real_baskets_at_a_count_give_the_number_that_others_find()
    {
        var set = RealBaskets.Read("fimi/retail.dat", ' ');
        Assert.Equal(189_400, ItemsetMiner.Count(set, new ItemsetBounds(10, NoBound, 31), long.MaxValue, new Workers(2)));
    }

    private static FrequentItemsets Mine(uint[] baskets, int items, ItemsetBounds bounds, int threads) =>
        ItemsetMiner.Mine(SlowRules.ToSet(baskets, items), bounds, long.MaxValue, new Workers(threads))!;

    private static IEnumerable<(uint, int)> Sorted(IEnumerable<KeyValuePair<uint, int>> sets) => sets.Select(set => (set.Key, set.Value)).Order();

    private static IEnumerable<uint> Picked(FrequentItemsets found, ItemsetKind kind) =>
        ItemsetCondenser.Pick(found, kind).Select(itemset => SlowRules.ToMask(found.ItemsOf(itemset))).Order();

    private static List<string> Listed(FrequentItemsets found) =>
        [.. Enumerable.Range(0, found.Count).Select(itemset => $"{string.Join(' ', found.ItemsOf(itemset))}: {found.SupportOf(itemset)}")];
}
