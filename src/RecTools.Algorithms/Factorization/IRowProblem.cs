namespace RecTools.Algorithms;

/// <summary>
/// What one side of an alternating fit solves for each row: (Base + sum over its entries of weight y y' + diagonal) x = sum over its entries of target y,
/// where y is the vector of the entry's column. A struct, so that the inner loop is compiled for it.
/// </summary>
internal interface IRowProblem
{
    /// <summary>Matrix that all rows have in common, upper tiles; null for none.</summary>
    float[]? Base { get; }

    /// <summary>What an entry adds to the matrix, times y y'.</summary>
    float Weight(float value);

    /// <summary>What an entry adds to the right-hand side, times y.</summary>
    float Target(int column, float value);

    /// <summary>What the row's entry adds to the loss when x is 0.</summary>
    double Constant(int column, float value);

    /// <summary>Fills in the diagonal that keeps x small.</summary>
    void Diagonal(int entries, Span<float> diagonal);

    /// <summary>Called with the solution of a row before it is first looked at, for a solver that starts from it.</summary>
    void Load(int row, Span<float> solution);

    /// <summary>Called with the solution of a row when it is found.</summary>
    void Store(int row, Span<float> solution);
}
