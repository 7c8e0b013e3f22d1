namespace RecTools.Algorithms;

/// <summary>The weighted mean of what the most similar neighbours say, taken neighbour by neighbour, best first.</summary>
/// <remarks>sum of similarity x residual / (level weight + sum of similarity), over at most so many neighbours; 0 without any.</remarks>
internal struct NeighborSum
{
    private float residuals;
    private float weights;
    private int left;

    /// <summary>Starts with none.</summary>
    /// <param name="settings">How many count, and the level's weight.</param>
    public NeighborSum(RatingSettings settings)
    {
        weights = settings.LevelWeight;
        left = settings.Neighbors;
    }

    /// <summary>Whether no further neighbour counts.</summary>
    public readonly bool IsFull => left <= 0;

    /// <summary>What a neighbour's residual is multiplied by in <see cref="Mean"/>, for each unit of its similarity.</summary>
    public readonly float Share => weights > 0 ? 1 / weights : 0;

    /// <summary>The mean so far.</summary>
    public readonly float Mean => weights > 0 ? residuals / weights : 0;

    /// <summary>Takes a neighbour.</summary>
    public void Add(float similarity, float residual)
    {
        residuals = MathF.FusedMultiplyAdd(similarity, residual, residuals);
        weights += similarity;
        left--;
    }
}
