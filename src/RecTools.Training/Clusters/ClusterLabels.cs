namespace RecTools.Training;

/// <summary>Finds words for groups of customers: the features in which a group stands out most, such as <c>recent, frequent, high spend</c>.</summary>
internal static class ClusterLabels
{
    // Less than half a standard deviation from the mean is nothing to speak of.
    private const double LeastDeviation = 0.5;
    private const int UsualWords = 3;
    private const int MostWords = 6;

    private static readonly Dictionary<string, (string High, string Low)> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        [nameof(OrderFeature.Recency)] = ("long ago", "recent"),
        [nameof(OrderFeature.Frequency)] = ("frequent", "rare"),
        [nameof(OrderFeature.Monetary)] = ("high spend", "low spend"),
        [nameof(OrderFeature.Tenure)] = ("long-standing", "new"),
        [nameof(OrderFeature.BasketSize)] = ("large baskets", "small baskets"),
    };

    /// <summary>Words for each group; more of them where fewer would not tell two groups apart.</summary>
    /// <param name="features">The features.</param>
    /// <param name="profiles">For each group how far it stands out in each feature.</param>
    public static string[] Of(IReadOnlyList<Feature> features, ClusterFeature[][] profiles)
    {
        string[] labels;
        var words = UsualWords;
        do
        {
            labels = Array.ConvertAll(profiles, profile => Of(features, profile, words));
        }
        while (labels.Distinct().Count() < labels.Length && words++ < MostWords);
        return labels;
    }

    private static string Of(IReadOnlyList<Feature> features, ClusterFeature[] profile, int words)
    {
        var said = features.Zip(profile, (feature, own) => (Word: Word(feature, own.Deviation), Strength: Math.Abs(own.Deviation)))
            .Where(part => part.Word.Length > 0 && part.Strength >= LeastDeviation)
            .OrderByDescending(part => part.Strength)
            .Take(words).Select(part => part.Word).ToArray();
        return said.Length > 0 ? string.Join(", ", said) : "about average";
    }

    private static string Word(Feature feature, double deviation) => feature.Kind switch
    {
        FeatureKind.Number when Words.TryGetValue(feature.Column, out var pair) => deviation > 0 ? pair.High : pair.Low,
        FeatureKind.Number => $"{(deviation > 0 ? "high" : "low")} {feature.Column}",
        FeatureKind.Share or FeatureKind.OtherShare => $"{(deviation > 0 ? "much" : "little")} {(feature.Value.Length > 0 ? feature.Value : Feature.Others)}",

        // That a group is not of one town of many says little.
        _ => deviation > 0 ? feature.Name : "",
    };
}
