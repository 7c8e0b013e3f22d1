namespace RecTools.Algorithms;

/// <summary>
/// One side of <see cref="ImplicitAls"/>: the weight alpha x value for what is there with target 1, and the unobserved weight for all the rest with target 0.
/// </summary>
/// <param name="gram">Unobserved weight x the sum of y y' over all columns.</param>
/// <param name="columnCount">Columns in all.</param>
/// <param name="options">The settings.</param>
internal readonly struct ImplicitAlsProblem(float[] gram, int columnCount, ImplicitAlsOptions options) : IRowProblem
{
    private readonly float alpha = (float)options.Alpha;
    private readonly float unobserved = (float)options.UnobservedWeight;

    public float[]? Base => gram;

    public float Weight(float value) => (alpha * Math.Max(0, value)) - unobserved;

    public float Target(int column, float value) => alpha * Math.Max(0, value);

    public double Constant(int column, float value) => Target(column, value);

    public void Diagonal(int entries, Span<float> diagonal) => diagonal.Fill(Regularization(entries));

    /// <summary>Rendle, Krichene, Zhang and Koren 2021, section 3.3: lambda x (entries + unobserved weight x columns)^exponent.</summary>
    public float Regularization(int entries) =>
        (float)(options.Regularization * Math.Pow(entries + (options.UnobservedWeight * columnCount), options.RegularizationExponent));

    public void Load(int row, Span<float> solution)
    {
    }

    public void Store(int row, Span<float> solution)
    {
    }
}
