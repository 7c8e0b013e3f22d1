using RecTools.Algorithms;

namespace RecTools.Tests;

public class SimilarityTests
{
    private const double Shrinkage = 3;
    private static readonly SparseMatrix Users = RandomInteractions.Make(60, 45, 0.2, 17);

    public static TheoryData<NeighborSimilarity, bool> Cases
    {
        get
        {
            var cases = new TheoryData<NeighborSimilarity, bool>();
            foreach (var similarity in Enum.GetValues<NeighborSimilarity>())
            {
                cases.Add(similarity, true);
                cases.Add(similarity, false);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Neighbours_are_the_ones_that_the_definition_ranks_first(NeighborSimilarity similarity, bool betweenItems)
    {
        var found = Find(similarity, betweenItems, top: int.MaxValue);
        var expected = Slow(similarity, betweenItems);
        for (var row = 0; row < expected.Length; row++)
        {
            var own = found.Of(row).ToArray();
            Assert.DoesNotContain(row, own.Select(neighbor => neighbor.Item));
            Assert.Equal(own.OrderByDescending(neighbor => neighbor.Score).ThenBy(neighbor => neighbor.Item), own);
            var scores = own.ToDictionary(neighbor => neighbor.Item, neighbor => neighbor.Score);
            for (var other = 0; other < expected.Length; other++)
            {
                if (other != row)
                {
                    Assert.Equal(Math.Max(0, expected[row][other]), scores.GetValueOrDefault(other), 2e-5 * Math.Max(1, expected[row][other]));
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_shorter_list_is_the_beginning_of_a_longer_one(NeighborSimilarity similarity, bool betweenItems)
    {
        var all = Find(similarity, betweenItems, top: int.MaxValue);
        var few = Find(similarity, betweenItems, top: 4);
        for (var row = 0; row < all.RowCount; row++)
        {
            Assert.Equal(all.Of(row)[..Math.Min(4, all.Of(row).Length)].ToArray(), few.Of(row).ToArray());
        }
    }

    [Theory]
    [InlineData(NeighborSimilarity.Bm25)]
    [InlineData(NeighborSimilarity.Jaccard)]
    public void Rows_that_meet_few_others_find_the_same_neighbours_as_rows_that_meet_many(NeighborSimilarity similarity)
    {
        // Four copies of the same rows in columns of their own: each row meets a quarter of the others at most, and the looking goes another way.
        var sparse = RandomInteractions.Make(30, 40, 0.02, 5);
        const int Copies = 40;
        var entries = from copy in Enumerable.Range(0, Copies)
                      from entry in RandomInteractions.Entries(30, 40, 0.02, 5)
                      select (User: entry.User + (copy * 30), Item: entry.Item + (copy * 40), entry.Value);
        var list = entries.ToList();
        var copies = SparseMatrix.FromEntries(30 * Copies, 40 * Copies, [.. list.Select(e => e.User)], [.. list.Select(e => e.Item)], [.. list.Select(e => e.Value)]);
        var settings = new PreferenceSettings(similarity, 5, 1, 1.2, 0.75);
        var alone = new PreferenceNeighbors(sparse, settings, new Workers()).FindAll(FitContext.Default);
        var among = new PreferenceNeighbors(copies, settings, new Workers()).FindAll(FitContext.Default);
        for (var row = 0; row < among.RowCount; row++)
        {
            var expected = alone.Of(row % 30).ToArray().Select(neighbor => neighbor.Item + (row / 30 * 30));
            Assert.Equal(expected, among.Of(row).ToArray().Select(neighbor => neighbor.Item));
        }
    }

    [Theory]
    [InlineData(NeighborSimilarity.BaselineCentered)]
    [InlineData(NeighborSimilarity.Jaccard)]
    public void Who_has_less_in_common_than_asked_for_is_no_neighbour(NeighborSimilarity similarity)
    {
        var data = RandomInteractions.Make(60, 45, 0.2, 17);
        var table = SlowNeighbors.Transposed(SlowNeighbors.Dense(data));
        var model = new ItemKnn().Fit(data, new ItemKnnOptions { Similarity = similarity, MinOverlap = 4 }, FitContext.Default);
        for (var item = 0; item < data.ColumnCount; item++)
        {
            Assert.All(model.SimilarItems(item, 99), similar =>
                Assert.True(table[item].Zip(table[similar.Item]).Count(pair => pair.First is not null && pair.Second is not null) >= 4));
        }
    }

    private static NeighborTable Find(NeighborSimilarity similarity, bool betweenItems, int top)
    {
        if (!similarity.ReadsRatings())
        {
            return new PreferenceNeighbors(betweenItems ? Users.Transpose() : Users, new PreferenceSettings(similarity, top, 1, 1.2, 0.75), new Workers())
                .FindAll(FitContext.Default);
        }

        var settings = new RatingSettings(similarity, 1, top, Shrinkage, 1, 0);
        var residuals = CenteredRatings.Fit(Users, similarity, betweenItems, new ItemKnnOptions(), FitContext.Default).Residuals;
        return new RatingNeighbors(betweenItems ? residuals.Transpose() : residuals, settings).FindAll(FitContext.Default);
    }

    private static double[][] Slow(NeighborSimilarity similarity, bool betweenItems)
    {
        var table = SlowNeighbors.Dense(Users);
        if (similarity == NeighborSimilarity.BaselineCentered)
        {
            var options = new ItemKnnOptions();
            var baseline = new Bias().Fit(Users, new BiasOptions { UserDamping = options.UserDamping, ItemDamping = options.ItemDamping }, FitContext.Default);
            table = [.. table.Select((row, user) => row.Select((value, item) => value - baseline.Predict(user, item)).ToArray())];
        }

        var rows = betweenItems ? SlowNeighbors.Transposed(table) : table;
        var centered = similarity is NeighborSimilarity.Pearson or NeighborSimilarity.MeanCentered or NeighborSimilarity.AdjustedCosine
            ? SlowNeighbors.Centered(rows, similarity)
            : rows;
        return [.. rows.Select((_, left) => rows.Select((_, right) => similarity.ReadsRatings()
            ? SlowNeighbors.OfRatings(centered[left], centered[right], similarity, Shrinkage, 1)
            : SlowNeighbors.OfPreferences(rows, left, right, similarity, 1.2, 0.75)).ToArray())];
    }
}
