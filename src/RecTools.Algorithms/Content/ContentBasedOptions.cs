namespace RecTools.Algorithms;

/// <summary>Settings of <see cref="ContentBased"/>; the defaults are those of the least RMSE on films without ratings, found within MovieLens' train rows.</summary>
public sealed record ContentBasedOptions
{
    /// <summary>What a user's taste is learned by; null for what suits the rows.</summary>
    [Option(
        "Ridge learns from ratings which features somebody likes and dislikes, and predicts ratings; Cosine likens items to the mean of what somebody has, and ranks. "
        + "Auto: Ridge for rows that look like ratings, Cosine for others.",
        WhenUnset = "Auto")]
    public ContentProfile? Profile { get; init; }

    /// <summary>Weight of the features' regularisation.</summary>
    [Option("Ridge: how strongly the weight of each feature is drawn to 0; larger for fewer ratings a user.", Minimum = 0, ExcludesMinimum = true, Maximum = 1e6)]
    [SearchRange(1, 100, Log = true, Aim = SearchAim.Ratings)]
    public double Regularization { get; init; } = 10;

    /// <summary>Weight of the intercept's regularisation.</summary>
    [Option("Ridge: how strongly the level of a user is drawn to the mean of all ratings, in ratings at the mean.", Minimum = 0, ExcludesMinimum = true, Maximum = 1e6)]
    [SearchRange(1, 50, Log = true, Aim = SearchAim.Ratings)]
    public double InterceptRegularization { get; init; } = 6;
}

/// <summary>What a user's taste in features is learned by.</summary>
public enum ContentProfile
{
    /// <summary>Ridge regression of the user's ratings on the features of what was rated.</summary>
    Ridge,

    /// <summary>The mean of the features of what the user has, weighted by the values; items score by their cosine with it.</summary>
    Cosine,
}
