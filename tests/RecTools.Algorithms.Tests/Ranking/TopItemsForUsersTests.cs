using RecTools.Algorithms;

namespace RecTools.Tests;

public class TopItemsForUsersTests
{
    private const int Users = 150;
    private const int Items = 90;

    private readonly FixedScores model = FixedScores.Random(Users, Items, 20, 1);
    private readonly SparseMatrix seen = RandomInteractions.Make(Users, Items, 0.2, 2);

    [Theory]
    [InlineData(0, Users, 10, 1)]
    [InlineData(0, Users, 10, 3)]
    [InlineData(37, 80, 5, 2)]
    [InlineData(149, 1, 1000, 2)]
    [InlineData(10, 0, 10, 2)]
    [InlineData(0, Users, 0, 2)]
    public void Each_user_gets_the_best_of_the_items_not_seen(int firstUser, int userCount, int top, int threads)
    {
        var lists = TopItemsForUsers.Select(model, seen, firstUser, userCount, top, new Workers(threads));
        Assert.Equal(userCount, lists.UserCount);
        for (var user = firstUser; user < firstUser + userCount; user++)
        {
            var expected = Enumerable.Range(0, Items).Except(seen.ColumnsOf(user).ToArray())
                .OrderByDescending(item => model.Predict(user, item)).ThenBy(item => item).Take(top);
            Assert.Equal(expected, lists.Of(user).ToArray().Select(entry => entry.Item));
            Assert.All(lists.Of(user).ToArray(), entry => Assert.Equal(model.Predict(user, entry.Item), entry.Score));
        }
    }

    [Fact]
    public void Nothing_is_left_out_when_nothing_was_seen()
    {
        var lists = TopItemsForUsers.Select(model, ListRules.None, 0, Users, Items, new Workers(2));
        Assert.All(lists.Counts, count => Assert.Equal(Items, count));
    }

    [Fact]
    public void Lists_of_unwanted_users_stay_empty()
    {
        var lists = TopItemsForUsers.Select(model, new ListRules { Seen = seen }, 0, Users, 3, new Workers(2), user => user % 70 == 5);
        Assert.Equal([5, 75, 145], Enumerable.Range(0, Users).Where(user => lists.Counts[user] > 0));
        var all = TopItemsForUsers.Select(model, seen, 0, Users, 3, new Workers(2));
        Assert.Equal(all.Of(75).ToArray(), lists.Of(75).ToArray());
    }

    [Fact]
    public void A_matrix_of_another_shape_and_users_that_are_not_there_are_refused()
    {
        var workers = new Workers(1);
        Assert.Throws<ArgumentException>(() => TopItemsForUsers.Select(model, RandomInteractions.Make(3, 3, 1, 1), 0, 1, 1, workers));
        Assert.Throws<ArgumentOutOfRangeException>(() => TopItemsForUsers.Select(model, seen, 100, 51, 1, workers));
        Assert.Throws<ArgumentOutOfRangeException>(() => TopItemsForUsers.Select(model, seen, -1, 5, 1, workers));
    }

    [Fact]
    public void Cancelling_stops_the_work() =>
        Assert.ThrowsAny<OperationCanceledException>(
            () => TopItemsForUsers.Select(model, seen, 0, Users, 5, new Workers(2, new CancellationToken(true))));
}
