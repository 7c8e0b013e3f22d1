namespace RecTools.Algorithms;

/// <summary>Predicts a rating from what the most similar users gave the item: level + weighted mean of what they rated it above their level.</summary>
internal sealed class UserRatingModel(CenteredRatings ratings, NeighborTable neighbors, RatingSettings settings) : IRecommender, IUserSimilarity
{
    private readonly RatingNeighbors search = new(ratings.Residuals, settings);

    /// <inheritdoc/>
    public int UserCount => ratings.Residuals.RowCount;

    /// <inheritdoc/>
    public int ItemCount => ratings.Residuals.ColumnCount;

    /// <inheritdoc/>
    public bool PredictsRatings => true;

    /// <summary>Reads what <see cref="Save"/> wrote behind the header.</summary>
    public static UserRatingModel Load(BinaryReader reader, SparseMatrix interactions)
    {
        var settings = RatingSettings.Load(reader);
        var levels = BiasModel.Load(reader);
        levels.RequireShapeOf(interactions, nameof(interactions));
        var neighbors = NeighborTable.Load(reader, interactions.RowCount);
        return new UserRatingModel(new CenteredRatings(interactions, levels, new Workers()), neighbors, settings);
    }

    /// <inheritdoc/>
    public void Save(BinaryWriter writer)
    {
        UserKnn.WriteHeader(writer, predictsRatings: true);
        settings.Save(writer);
        ratings.Levels.Save(writer);
        neighbors.Save(writer);
    }

    /// <inheritdoc/>
    /// <remarks>Of an unknown user or item nothing is taken but the level.</remarks>
    public float Predict(int user, int item)
    {
        var level = ratings.Levels.Predict(user, item);
        return user < 0 || item < 0 ? level : level + SumFor(neighbors.Of(user), item).Mean;
    }

    /// <inheritdoc/>
    public void Score(int firstUser, int userCount, Span<float> scores)
    {
        ratings.Levels.Score(firstUser, userCount, scores);
        var sums = new NeighborSum[ItemCount];
        for (var i = 0; i < userCount; i++)
        {
            AddNeighbors(neighbors.Of(firstUser + i), sums, scores.Slice(i * ItemCount, ItemCount));
        }
    }

    /// <inheritdoc/>
    public void ScoreNewUser(ReadOnlySpan<int> items, ReadOnlySpan<float> values, Span<float> scores)
    {
        var residuals = ratings.ResidualsOf(items, values, scores);
        AddNeighbors(search.Find(items, residuals), new NeighborSum[ItemCount], scores[..ItemCount]);
    }

    /// <inheritdoc/>
    /// <remarks>Always empty: users are compared, not items.</remarks>
    public ScoredItem[] SimilarItems(int item, int count) => [];

    /// <inheritdoc/>
    /// <remarks>No more than the neighbours that the model keeps of each.</remarks>
    public ScoredUser[] SimilarUsers(int user, int count) => ScoredUser.Of(neighbors.First(user, count));

    /// <inheritdoc/>
    /// <remarks>
    /// What each rating of the history adds to the level of the user and the item: the similarity to a neighbour is a sum over common ratings,
    /// and each of these gets its share of what the neighbour says.
    /// </remarks>
    public Contribution[][] Explain(
        int user, ReadOnlySpan<int> historyItems, ReadOnlySpan<float> historyValues, ReadOnlySpan<int> items, int count)
    {
        var residuals = ratings.ResidualsOf(historyItems, historyValues, new float[ItemCount]);
        var own = user >= 0 ? neighbors.Of(user) : search.Find(historyItems, residuals);
        var room = new ScoredItem[Math.Clamp(count, 0, historyItems.Length)];
        var explained = new Contribution[items.Length][];
        for (var i = 0; i < items.Length; i++)
        {
            var share = SumFor(own, items[i]).Share;
            var parts = new SharedParts(historyItems, residuals, settings.IsCorrelation);
            var sum = new NeighborSum(settings);
            foreach (var neighbor in own)
            {
                if (!sum.IsFull && ResidualOf(neighbor.Item, items[i], out var residual))
                {
                    sum.Add(neighbor.Score, residual);
                    parts.Add(ratings.Residuals.ColumnsOf(neighbor.Item), ratings.Residuals.ValuesOf(neighbor.Item), share * neighbor.Score * residual);
                }
            }

            explained[i] = Contributions.Largest(historyItems, parts.Values, room);
        }

        return explained;
    }

    /// <inheritdoc/>
    public string Describe(int item) => ratings.Levels.Describe(item);

    private void AddNeighbors(ReadOnlySpan<ScoredItem> own, NeighborSum[] sums, Span<float> scores)
    {
        Array.Fill(sums, new NeighborSum(settings));
        foreach (var neighbor in own)
        {
            var items = ratings.Residuals.ColumnsOf(neighbor.Item);
            var residuals = ratings.Residuals.ValuesOf(neighbor.Item);
            for (var i = 0; i < items.Length; i++)
            {
                ref var sum = ref sums[items[i]];
                if (!sum.IsFull)
                {
                    sum.Add(neighbor.Score, residuals[i]);
                }
            }
        }

        for (var item = 0; item < scores.Length; item++)
        {
            scores[item] += sums[item].Mean;
        }
    }

    private NeighborSum SumFor(ReadOnlySpan<ScoredItem> own, int item)
    {
        var sum = new NeighborSum(settings);
        foreach (var neighbor in own)
        {
            if (ResidualOf(neighbor.Item, item, out var residual))
            {
                sum.Add(neighbor.Score, residual);
                if (sum.IsFull)
                {
                    break;
                }
            }
        }

        return sum;
    }

    private bool ResidualOf(int user, int item, out float residual)
    {
        var place = ratings.Residuals.ColumnsOf(user).BinarySearch(item);
        residual = place >= 0 ? ratings.Residuals.ValuesOf(user)[place] : 0;
        return place >= 0;
    }
}
