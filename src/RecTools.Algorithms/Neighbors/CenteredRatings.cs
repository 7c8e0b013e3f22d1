namespace RecTools.Algorithms;

/// <summary>Ratings less the level that is to be expected of the user and the item; predictions add that level again.</summary>
/// <remarks>Means are a baseline too: that of each item is what is left when the users' offsets are damped without end.</remarks>
internal sealed class CenteredRatings
{
    private const int UsersInPiece = 256;

    /// <summary>Takes the levels away from ratings.</summary>
    /// <param name="ratings">Users by items.</param>
    /// <param name="levels">The levels.</param>
    /// <param name="workers">Threads and cancellation.</param>
    public CenteredRatings(SparseMatrix ratings, BiasModel levels, Workers workers)
    {
        Levels = levels;
        var residuals = new float[ratings.EntryCount];
        workers.ForEachPiece(ratings.RowCount, UsersInPiece, (from, to) =>
        {
            for (var user = from; user < to; user++)
            {
                for (var i = ratings.RowStart[user]; i < ratings.RowStart[user + 1]; i++)
                {
                    residuals[i] = ratings.Value[i] - levels.Predict(user, ratings.Column[i]);
                }
            }
        });
        Residuals = ratings.WithValues(residuals);
    }

    /// <summary>What is to be expected of a user and an item.</summary>
    public BiasModel Levels { get; }

    /// <summary>What is left, users by items.</summary>
    public SparseMatrix Residuals { get; }

    /// <summary>Fits the levels that a similarity centres on, and takes them away.</summary>
    /// <param name="ratings">Users by items.</param>
    /// <param name="similarity">One of those for ratings.</param>
    /// <param name="betweenItems">Whether items are compared rather than users.</param>
    /// <param name="options">Settings.</param>
    /// <param name="context">Threads and cancellation.</param>
    public static CenteredRatings Fit(
        SparseMatrix ratings, NeighborSimilarity similarity, bool betweenItems, NeighborOptions options, FitContext context)
    {
        var ofRows = similarity is NeighborSimilarity.Pearson or NeighborSimilarity.MeanCentered;
        var levels = similarity == NeighborSimilarity.BaselineCentered
            ? new BiasOptions { UserDamping = options.UserDamping, ItemDamping = options.ItemDamping }
            : new BiasOptions
            {
                UserDamping = ofRows == betweenItems ? double.PositiveInfinity : 0,
                ItemDamping = ofRows == betweenItems ? 0 : double.PositiveInfinity,
                Rounds = 1,
            };
        var unwatched = context with { Observer = SilentObserver.Instance };
        return new CenteredRatings(ratings, Bias.FitOffsets(ratings, levels, unwatched), context.Workers);
    }

    /// <summary>Levels of all items for somebody new, and what is left of the ratings.</summary>
    /// <param name="items">Items of the history.</param>
    /// <param name="values">Their ratings.</param>
    /// <param name="levels">Takes the levels.</param>
    public float[] ResidualsOf(ReadOnlySpan<int> items, ReadOnlySpan<float> values, Span<float> levels)
    {
        Levels.ScoreNewUser(items, values, levels);
        var residuals = new float[items.Length];
        for (var i = 0; i < residuals.Length; i++)
        {
            residuals[i] = values[i] - levels[items[i]];
        }

        return residuals;
    }
}
