namespace RecTools.Algorithms;

/// <summary>Predicts a rating from the user's ratings of the most similar items: level + weighted mean of what these were rated above their level.</summary>
internal sealed class ItemRatingModel(CenteredRatings ratings, NeighborTable neighbors, RatingSettings settings) : IRecommender
{
    [ThreadStatic]
    private static float[]? marks;

    /// <inheritdoc/>
    public int UserCount => ratings.Residuals.RowCount;

    /// <inheritdoc/>
    public int ItemCount => ratings.Residuals.ColumnCount;

    /// <inheritdoc/>
    public bool PredictsRatings => true;

    /// <summary>Reads what <see cref="Save"/> wrote behind the header.</summary>
    public static ItemRatingModel Load(BinaryReader reader, SparseMatrix interactions)
    {
        var settings = RatingSettings.Load(reader);
        var levels = BiasModel.Load(reader);
        levels.RequireShapeOf(interactions, nameof(interactions));
        var neighbors = NeighborTable.Load(reader, interactions.ColumnCount);
        return new ItemRatingModel(new CenteredRatings(interactions, levels, new Workers()), neighbors, settings);
    }

    /// <inheritdoc/>
    public void Save(BinaryWriter writer)
    {
        ItemKnn.WriteHeader(writer, predictsRatings: true);
        settings.Save(writer);
        ratings.Levels.Save(writer);
        neighbors.Save(writer);
    }

    /// <inheritdoc/>
    /// <remarks>Of an unknown user or item nothing is taken but the level.</remarks>
    public float Predict(int user, int item)
    {
        var level = ratings.Levels.Predict(user, item);
        if (user < 0 || item < 0)
        {
            return level;
        }

        var items = ratings.Residuals.ColumnsOf(user);
        var known = Mark(items, ratings.Residuals.ValuesOf(user));
        var score = level + SumFor(item, known).Mean;
        Unmark(known, items);
        return score;
    }

    /// <inheritdoc/>
    public void Score(int firstUser, int userCount, Span<float> scores)
    {
        for (var i = 0; i < userCount; i++)
        {
            var own = scores.Slice(i * ItemCount, ItemCount);
            ratings.Levels.Score(firstUser + i, 1, own);
            AddNeighbors(ratings.Residuals.ColumnsOf(firstUser + i), ratings.Residuals.ValuesOf(firstUser + i), own);
        }
    }

    /// <inheritdoc/>
    public void ScoreNewUser(ReadOnlySpan<int> items, ReadOnlySpan<float> values, Span<float> scores) =>
        AddNeighbors(items, ratings.ResidualsOf(items, values, scores), scores);

    /// <inheritdoc/>
    public ScoredItem[] SimilarItems(int item, int count) => neighbors.First(item, count);

    /// <inheritdoc/>
    /// <remarks>What each rating of the history adds to the level of the user and the item.</remarks>
    public Contribution[][] Explain(
        int user, ReadOnlySpan<int> historyItems, ReadOnlySpan<float> historyValues, ReadOnlySpan<int> items, int count)
    {
        var residuals = ratings.ResidualsOf(historyItems, historyValues, new float[ItemCount]);
        var known = Mark(historyItems, residuals);
        var parts = new float[historyItems.Length];
        var room = new ScoredItem[Math.Clamp(count, 0, historyItems.Length)];
        var explained = new Contribution[items.Length][];
        for (var i = 0; i < items.Length; i++)
        {
            Array.Fill(parts, Contributions.NoPart);
            var share = SumFor(items[i], known).Share;
            var sum = new NeighborSum(settings);
            foreach (var neighbor in neighbors.Of(items[i]))
            {
                if (!float.IsNaN(known[neighbor.Item]) && !sum.IsFull)
                {
                    sum.Add(neighbor.Score, known[neighbor.Item]);
                    parts[historyItems.BinarySearch(neighbor.Item)] = share * neighbor.Score * known[neighbor.Item];
                }
            }

            explained[i] = Contributions.Largest(historyItems, parts, room);
        }

        Unmark(known, historyItems);
        return explained;
    }

    /// <inheritdoc/>
    public string Describe(int item) => ratings.Levels.Describe(item);

    private void AddNeighbors(ReadOnlySpan<int> items, ReadOnlySpan<float> residuals, Span<float> scores)
    {
        var known = Mark(items, residuals);
        for (var item = 0; item < scores.Length; item++)
        {
            scores[item] += SumFor(item, known).Mean;
        }

        Unmark(known, items);
    }

    private NeighborSum SumFor(int item, float[] known)
    {
        var sum = new NeighborSum(settings);
        foreach (var neighbor in neighbors.Of(item))
        {
            var residual = known[neighbor.Item];
            if (!float.IsNaN(residual))
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

    // Residuals by item, NaN for those without: kept by thread, and always left full of NaN.
    private float[] Mark(ReadOnlySpan<int> items, ReadOnlySpan<float> residuals)
    {
        if (marks is null || marks.Length < ItemCount)
        {
            marks = new float[ItemCount];
            Array.Fill(marks, float.NaN);
        }

        for (var i = 0; i < items.Length; i++)
        {
            marks[items[i]] = residuals[i];
        }

        return marks;
    }

    private static void Unmark(float[] marks, ReadOnlySpan<int> items)
    {
        foreach (var item in items)
        {
            marks[item] = float.NaN;
        }
    }
}
