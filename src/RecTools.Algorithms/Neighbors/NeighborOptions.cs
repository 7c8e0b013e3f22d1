namespace RecTools.Algorithms;

/// <summary>Settings that <see cref="ItemKnn"/> and <see cref="UserKnn"/> share.</summary>
public abstract record NeighborOptions
{
    /// <summary>Takes the defaults in which the algorithms differ, each found on a part of MovieLens' train rows.</summary>
    private protected NeighborOptions(double shrinkage, double levelWeight)
    {
        Shrinkage = shrinkage;
        LevelWeight = levelWeight;
    }

    /// <summary>What makes neighbours alike; null for what suits the rows.</summary>
    [Option(
        "What makes two alike. Ratings: BaselineCentered, Pearson, MeanCentered, AdjustedCosine; a model then predicts ratings. Clicks, views, purchases: "
        + "Cosine, Jaccard, TfIdf, Bm25; a model then ranks. Auto: BaselineCentered for rows that look like ratings; for others Bm25 (ItemKnn) or TfIdf (UserKnn).",
        WhenUnset = "Auto",
        Aliases = ["similarity_type"])]
    [SearchChoices(NeighborSimilarity.Cosine, NeighborSimilarity.TfIdf, NeighborSimilarity.Bm25, Aim = SearchAim.Lists)]
    public NeighborSimilarity? Similarity { get; init; }

    /// <summary>Neighbours that count; null for what suits the similarity.</summary>
    [Option("How many neighbours count; more are steadier, fewer are more to the point. Auto: what suits the similarity; all for Jaccard between items.", Minimum = 1, Maximum = 1e9, WhenUnset = "Auto")]
    [SearchRange(10, 500, Log = true)]
    public int? Neighbors { get; init; }

    /// <summary>Neighbours kept of each, of which a prediction takes the best that it can use.</summary>
    [Option("Ratings: how many neighbours are kept of each; a prediction takes the best of them that have a rating to offer.", Minimum = 1, Maximum = 1e9)]
    public int Candidates { get; init; } = 1000;

    /// <summary>Strength that similarities of few common ratings are drawn to 0 with.</summary>
    [Option("Ratings: a similarity from n common ratings counts (n - 1) / (n - 1 + Shrinkage).", Minimum = 0, Maximum = 1e6)]
    [SearchRange(5, 2000, Log = true, Aim = SearchAim.Ratings)]
    public double Shrinkage { get; init; }

    /// <summary>What two must have in common.</summary>
    [Option("Ratings and Jaccard: what two must have in common to be neighbours.", Minimum = 1, Maximum = 1e6, Aliases = ["threshold"])]
    public int MinOverlap { get; init; } = 1;

    /// <summary>Similarity that speaks for the level alone.</summary>
    [Option("Ratings: how much similarity is thought to speak for the user's and item's usual level besides; draws predictions from few or faint neighbours there.", Minimum = 0, Maximum = 1e6)]
    [SearchRange(0.01, 2, Log = true, Aim = SearchAim.Ratings)]
    public double LevelWeight { get; init; }

    /// <summary>Damping of the users' offsets.</summary>
    [Option("BaselineCentered: as UserDamping of Bias.", Minimum = 0, Maximum = 1e6)]
    public double UserDamping { get; init; } = 10;

    /// <summary>Damping of the items' offsets.</summary>
    [Option("BaselineCentered: as ItemDamping of Bias.", Minimum = 0, Maximum = 1e6)]
    public double ItemDamping { get; init; } = 5;

    /// <summary>K1 of BM25.</summary>
    [Option("Bm25: how far larger values count for more; 0 for not at all.", Minimum = 0, Maximum = 1e6)]
    [SearchRange(1, 300, Log = true, Aim = SearchAim.Lists)]
    public double Saturation { get; init; } = 30;

    /// <summary>B of BM25.</summary>
    [Option("Bm25: 0 to 1, how far long rows count less.", Minimum = 0, Maximum = 1)]
    [SearchRange(0, 1, Aim = SearchAim.Lists)]
    public double LengthShare { get; init; } = 0.3;

    /// <summary>Days after which a row counts half; null for no decay.</summary>
    [Option(
        "Clicks, views, purchases: days after which a row of a history counts half, from the latest of all; needs a time column. "
        + "With Jaccard and 30 this is the SAR of microsoft/recommenders.",
        Minimum = 0, ExcludesMinimum = true, Maximum = 1e6, WhenUnset = "Never", Aliases = ["time_decay_coefficient"])]
    public double? HalfLifeDays { get; init; }
}
