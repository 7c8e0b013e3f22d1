using RecTools.Algorithms;

namespace RecTools.Tests;

public class SegmentTests
{
    private static readonly Workers TwoThreads = new(2);

    [Fact]
    public void History_segments_go_by_the_number_of_rows()
    {
        int[] counts = [0, 1, 4, 5, 9, 10, 19, 20, 49, 50, 99, 100, 199, 200, 499, 500, 700];
        var start = new int[counts.Length + 1];
        for (var user = 0; user < counts.Length; user++)
        {
            start[user + 1] = start[user] + counts[user];
        }

        int[] columns = [.. counts.SelectMany(count => Enumerable.Range(0, count))];
        var groups = HistorySegments.Of(new SparseMatrix(700, start, columns, new float[columns.Length]));
        Assert.Equal(
            ["no rows", "1 to 4 rows", "5 to 9 rows", "10 to 19 rows", "20 to 49 rows", "50 to 99 rows", "100 to 199 rows", "200 to 499 rows", "500 rows or more"],
            groups.Names);
        Assert.Equal([0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8], groups.GroupOf);
    }

    [Fact]
    public void Figures_of_a_segment_are_those_of_a_model_measured_on_its_users_alone()
    {
        var (train, test) = Splits.Make(RandomInteractions.Make(90, 50, 0.25, 3), null, SplitKind.RandomRow, 0.3, 4);
        var model = FixedScores.Random(90, 50, 30, 5);
        var options = new EvaluationOptions { Split = "Test", Resamples = 300 };
        var groups = new UserGroups([.. Enumerable.Range(0, 90).Select(user => user % 4 - 1)], ["a", "b", "c", "nobody"]);
        var found = SegmentFigures.Of(Evaluator.Measure(model, train, test, 10, options, TwoThreads, 7), "Letter", groups, options, TwoThreads, 7);
        Assert.Equal([("Letter", "a"), ("Letter", "b"), ("Letter", "c")], found.Select(segment => (segment.Segment, segment.Value)));
        foreach (var (segment, group) in found.Select((segment, group) => (segment, group)))
        {
            var own = KeepUsers(test, user => groups.GroupOf[user] == group);
            var alone = Evaluator.Measure(model, train, own, 10, options, TwoThreads, 7);
            Assert.Equal(alone.Metrics.Where(metric => metric.Name != "Coverage"), segment.Metrics);
            Assert.Equal(alone.Lists.Users.Length, segment.UserCount);
        }
    }

    [Fact]
    public void Where_no_list_was_measured_segments_have_rating_errors()
    {
        var (train, test) = Splits.Make(RandomInteractions.Make(30, 20, 0.3, 3), null, SplitKind.RandomRow, 0.3, 4);
        var options = new EvaluationOptions { Resamples = 0, RelevantFrom = 6 };
        var evaluation = Evaluator.Measure(FixedScores.Random(30, 20, 30, 5), train, test, 10, options, TwoThreads, 7);
        var found = SegmentFigures.Of(evaluation, HistorySegments.Name, HistorySegments.Of(train), options, TwoThreads, 7);
        Assert.Equal(evaluation.Ratings!.Users.Length, found.Sum(segment => segment.UserCount));
        Assert.All(found, segment => Assert.Equal(["RMSE", "MAE"], segment.Metrics.Select(metric => metric.Name)));
    }

    private static SparseMatrix KeepUsers(SparseMatrix rows, Func<int, bool> isWanted)
    {
        var users = Enumerable.Range(0, rows.RowCount).SelectMany(user => Enumerable.Repeat(user, rows.CountOf(user))).ToArray();
        return rows.Where(entry => isWanted(users[entry]), out _);
    }
}
