namespace RecTools.Algorithms;

/// <summary>Sum of products of weights: the cosine, where the rows were brought to length 1 before.</summary>
internal readonly struct ProductSimilarity : IPairSimilarity<float, float>
{
    /// <inheritdoc/>
    public float Prepare(float left) => left;

    /// <inheritdoc/>
    public float Add(float sum, float left, float right) => MathF.FusedMultiplyAdd(left, right, sum);

    /// <inheritdoc/>
    public float Finish(in float sum, int rowLength, int other) => sum;
}
