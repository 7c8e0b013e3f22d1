namespace RecTools.Algorithms;

/// <summary>One side of <see cref="Als"/>: offset and factors of a row, given those of the columns.</summary>
/// <param name="mean">Mean of all ratings.</param>
/// <param name="rowOffset">Takes the offset of each row.</param>
/// <param name="columnOffset">Offset of each column.</param>
/// <param name="options">The settings.</param>
internal readonly struct AlsProblem(float mean, float[] rowOffset, float[] columnOffset, AlsOptions options) : IRowProblem
{
    public float[]? Base => null;

    public float Weight(float value) => 1;

    public float Target(int column, float value) => value - mean - columnOffset[column];

    public double Constant(int column, float value) => (double)Target(column, value) * Target(column, value);

    public void Diagonal(int entries, Span<float> diagonal)
    {
        diagonal.Fill(Regularization(entries));
        diagonal[0] = Math.Max((float)options.BiasRegularization, float.Epsilon);
    }

    /// <summary>Zhou, Wilkinson, Schreiber and Pan 2008: lambda x ratings of the row, here to a power.</summary>
    public float Regularization(int entries) => (float)(options.Regularization * Math.Pow(Math.Max(1, entries), options.RegularizationExponent));

    public void Load(int row, Span<float> solution) => solution[0] = rowOffset[row];

    public void Store(int row, Span<float> solution)
    {
        rowOffset[row] = solution[0];
        solution[0] = 1;
    }
}
