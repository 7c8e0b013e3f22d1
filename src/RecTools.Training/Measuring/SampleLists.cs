namespace RecTools.Training;

/// <summary>Recommendations of a few users, so that somebody can look at what a model does.</summary>
internal static class SampleLists
{
    private const int Users = 3;
    private const int Top = 5;

    /// <summary>The lists of one user with few rows, one with as many as most, and one with many.</summary>
    /// <param name="server">Makes the lists.</param>
    /// <param name="learned">The rows that its model was fitted on.</param>
    /// <param name="users">Users to choose from.</param>
    public static Recommendation[] Of(ListServer server, Interactions learned, IEnumerable<int> users)
    {
        int[] byRows = [.. users.OrderBy(learned.Matrix.CountOf)];
        var places = Enumerable.Range(1, Users).Select(quarter => byRows.Length * quarter / (Users + 1)).Distinct().Where(place => place < byRows.Length);
        return [.. places.SelectMany(place => server.Recommend(learned.Users[byRows[place]], Top, 0))];
    }
}
