using RecTools.Algorithms;

namespace RecTools.Tests;

public class CurveTests
{
    [Fact]
    public void Calibration_cuts_rows_into_bins_of_equal_count_by_prediction()
    {
        float[] predicted = [3, 1, 4, 2, 6, 5];
        float[] actual = [2, 1, 5, 3, 4, 6];
        Assert.Equal(
            [new CalibrationBin(1, 2, 2, 1.5, 2), new CalibrationBin(3, 4, 2, 3.5, 3.5), new CalibrationBin(5, 6, 2, 5.5, 5)],
            Calibration.Of(predicted, actual, 3));
        Assert.Equal([new CalibrationBin(1, 6, 6, 3.5, 3.5)], Calibration.Of(predicted, actual, 1));
        Assert.Equal(6, Calibration.Of(predicted, actual, 100).Length);
        Assert.Empty(Calibration.Of([], []));
        Assert.Throws<ArgumentException>(() => Calibration.Of(predicted, [1]));
    }

    [Fact]
    public void Equal_predictions_stay_together()
    {
        Assert.Equal(
            [new CalibrationBin(1, 3, 5, 2.2, 3), new CalibrationBin(4, 4, 1, 4, 6)],
            Calibration.Of([1, 1, 3, 3, 3, 4], [1, 2, 3, 4, 5, 6], 2).Select(bin => bin with { MeanPredicted = Math.Round(bin.MeanPredicted, 12) }));
    }

    [Fact]
    public void The_bins_hold_all_rows_and_keep_their_means()
    {
        var random = new SeededRandom(3);
        var (predicted, actual) = (new float[5000], new float[5000]);
        for (var i = 0; i < predicted.Length; i++)
        {
            predicted[i] = 1 + random.Next(400) * 0.01f;
            actual[i] = 1 + random.Next(5);
        }

        var bins = Calibration.Of(predicted, actual);
        Assert.Equal(10, bins.Length);
        Assert.All(bins, bin => Assert.InRange(bin.Count, 450, 550));
        Assert.All(bins.Zip(bins.Skip(1)), pair => Assert.True(pair.First.To < pair.Second.From));
        foreach (var bin in bins)
        {
            var rows = Enumerable.Range(0, predicted.Length).Where(i => predicted[i] >= bin.From && predicted[i] <= bin.To).ToList();
            Assert.Equal(bin.Count, rows.Count);
            Assert.Equal(rows.Average(i => (double)predicted[i]), bin.MeanPredicted, 9);
            Assert.Equal(rows.Average(i => (double)actual[i]), bin.MeanActual, 9);
        }
    }

    [Fact]
    public void The_long_tail_counts_rows_and_places_of_the_most_popular_items()
    {
        // Rows: item 2 has 3, item 0 has 2, item 3 has 1, item 1 none; places: item 0 has 1, item 1 has 1, item 2 has 2.
        var train = SparseMatrix.FromEntries(3, 4, [0, 0, 1, 1, 2, 2], [0, 2, 0, 2, 2, 3], [1, 1, 1, 1, 1, 1]);
        var lists = new TopLists(0, 2, [new(2, 1), new(0, 1), new(1, 1), new(2, 1), default, default], [2, 2, 0], [0, 0, 0]);
        Assert.Equal(
            [new LongTailPoint(0.25, 3 / 6.0, 2 / 4.0), new LongTailPoint(0.5, 5 / 6.0, 3 / 4.0), new LongTailPoint(0.75, 1, 3 / 4.0), new LongTailPoint(1, 1, 1)],
            LongTail.Of(train, lists));
        Assert.Empty(LongTail.Of(train, new TopLists(0, 2, new ScoredItem[6], [0, 0, 0], [0, 0, 0])));
    }

    [Fact]
    public void The_long_tail_of_many_items_has_about_fifty_points_that_rise()
    {
        var train = RandomInteractions.Make(100, 2000, 0.05, 4);
        var lists = TopItemsForUsers.Select(FixedScores.Random(100, 2000, 50, 5), train, 0, 100, 10, new Workers(2));
        var points = LongTail.Of(train, lists);
        Assert.InRange(points.Length, 45, 51);
        Assert.True(points[0].ItemShare <= 0.001);
        Assert.Equal(new LongTailPoint(1, 1, 1), points[^1]);
        var counts = train.CountColumns().OrderDescending().ToArray();
        Assert.All(points, point => Assert.Equal(
            counts.Take((int)Math.Round(point.ItemShare * 2000)).Sum() / (double)train.EntryCount, point.RowShare, 12));
        Assert.All(points.Zip(points.Skip(1)), pair => Assert.True(
            pair.First.ItemShare < pair.Second.ItemShare && pair.First.RowShare <= pair.Second.RowShare && pair.First.ListShare <= pair.Second.ListShare));
    }
}
