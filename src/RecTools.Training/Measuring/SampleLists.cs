using RecTools.Algorithms;

namespace RecTools.Training;

/// <summary>Recommendations of a few users, so that somebody can look at what a model does.</summary>
internal static class SampleLists
{
    private const int Users = 3;
    private const int Top = 5;

    /// <summary>The lists of one user with few rows, one with as many as most, and one with many.</summary>
    /// <param name="contender">What the model is.</param>
    /// <param name="model">The model.</param>
    /// <param name="learned">The rows that it was fitted on.</param>
    /// <param name="measured">Users to choose from.</param>
    /// <param name="rules">How lists are put together.</param>
    /// <param name="workers">Threads and cancellation.</param>
    public static Recommendation[] Of(Contender contender, IRecommender model, Interactions learned, int[] measured, ListRules rules, Workers workers)
    {
        var server = new ListServer(
            new StoredModel(contender.Algorithm, "{}", learned, model), contender.Name, rules with { Seen = learned.Matrix }, workers);
        int[] byRows = [.. measured.OrderBy(learned.Matrix.CountOf)];
        var places = Enumerable.Range(1, Users).Select(quarter => byRows.Length * quarter / (Users + 1)).Distinct().Where(place => place < byRows.Length);
        return [.. places.SelectMany(place => server.Recommend(learned.Users[byRows[place]], Top, 0))];
    }
}
