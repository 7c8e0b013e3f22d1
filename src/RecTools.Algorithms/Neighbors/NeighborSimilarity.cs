namespace RecTools.Algorithms;

/// <summary>What makes two items, or two users, alike. The first four compare ratings, the others what people have done.</summary>
public enum NeighborSimilarity
{
    /// <summary>Ratings less Koren's baseline (mean, offset of the user, offset of the item), by their cosine over common ratings.</summary>
    BaselineCentered,

    /// <summary>Correlation of the ratings that both have, with the means of these alone.</summary>
    Pearson,

    /// <summary>Ratings less the mean of the item (of the user, between users), by their cosine over common ratings.</summary>
    MeanCentered,

    /// <summary>Ratings less the mean of whoever gave them (of what got them, between users), by their cosine over common ratings (Sarwar et al. 2001).</summary>
    AdjustedCosine,

    /// <summary>Cosine of the rows of values.</summary>
    Cosine,

    /// <summary>What both have out of all that either has.</summary>
    Jaccard,

    /// <summary>Cosine of the square roots of the values, with common columns counting less (Salton and Buckley 1988).</summary>
    TfIdf,

    /// <summary>Product of values that saturate, with long rows and common columns counting less (Robertson and Zaragoza 2009).</summary>
    Bm25,
}

/// <summary>What the similarities have to do with the kind of data.</summary>
internal static class NeighborSimilarities
{
    /// <summary>Whether it compares ratings.</summary>
    public static bool ReadsRatings(this NeighborSimilarity similarity) => similarity <= NeighborSimilarity.AdjustedCosine;

    /// <summary>How an algorithm with this setting reads rows; unset, as they look.</summary>
    public static FeedbackKind FeedbackOf(NeighborSimilarity? similarity, FeedbackKind rows) =>
        similarity is null ? rows : similarity.Value.ReadsRatings() ? FeedbackKind.Explicit : FeedbackKind.Implicit;
}
