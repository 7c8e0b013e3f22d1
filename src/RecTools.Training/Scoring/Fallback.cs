using RecTools.Algorithms;

namespace RecTools.Training;

/// <summary>What somebody gets of whom nothing is known: what the model recommends without a history, or where that tells no item from another what most users have.</summary>
/// <param name="Model">What made the list.</param>
/// <param name="List">The list.</param>
internal sealed record Fallback(IRecommender Model, NewUserList List)
{
    /// <summary>Makes the list, under the rules that are not those of single users.</summary>
    /// <param name="model">The model.</param>
    /// <param name="data">What it was fitted on.</param>
    /// <param name="rules">What lists may hold and how they are put together.</param>
    /// <param name="top">Items at most.</param>
    /// <param name="workers">Threads and cancellation.</param>
    public static Fallback Compute(IRecommender model, Interactions data, ListRules rules, int top, Workers workers)
    {
        var scores = new float[model.ItemCount];
        model.ScoreNewUser([], [], scores);
        var source = scores.AsSpan().ContainsAnyExcept(scores[0]) ? model : new Popularity().Fit(data.Matrix, new PopularityOptions(), FitContext.Default with { Workers = workers });
        return new(source, NewUserList.Compute(source, rules, [], [], top, ReasonText.Parts));
    }
}
