namespace RecTools.Algorithms;

/// <summary>What some models are beside recommenders.</summary>
public static class RecommenderFacets
{
    /// <summary>The model as something that it may be too, such as <see cref="IRuleModel"/>; null if it is not.</summary>
    public static T? As<T>(this IRecommender model)
        where T : class => model as T ?? (model as FoldedInUsers)?.Model.As<T>();
}
