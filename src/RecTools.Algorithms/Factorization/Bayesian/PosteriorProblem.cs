namespace RecTools.Algorithms;

/// <summary>
/// Offset and factors of a row given its ratings and those of the columns, less what is expected of them: their mean is a least-squares problem whose
/// matrix is the precision divided by that of the ratings.
/// </summary>
/// <param name="mean">Mean of all ratings.</param>
/// <param name="columns">Offsets and factors of the columns.</param>
/// <param name="precision">Prior precision over that of the ratings, padded.</param>
/// <param name="expected">What is expected of the row, padded: offset and factors.</param>
internal readonly unsafe struct PosteriorProblem(float mean, AlsSide columns, float[] precision, float[] expected) : IRowProblem
{
    public float[] Base => precision;

    public float Weight(float value) => 1;

    /// <summary>What the rating is above what is expected of it.</summary>
    public float Target(int column, float value)
    {
        fixed (float* vector = columns.Vectors.PaddedRow(column), own = expected)
        {
            return value - mean - columns.Offsets[column] - VectorKernels.Dot(vector, own, expected.Length);
        }
    }

    public double Constant(int column, float value) => 0;

    public void Diagonal(int entries, Span<float> diagonal) => diagonal.Clear();

    public void Load(int row, Span<float> solution)
    {
    }

    public void Store(int row, Span<float> solution)
    {
    }
}
