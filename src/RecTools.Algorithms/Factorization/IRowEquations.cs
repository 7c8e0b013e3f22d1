namespace RecTools.Algorithms;

/// <summary>Solves the equations of one row after the other; each thread has its own.</summary>
internal interface IRowEquations
{
    /// <summary>Solves one row, or improves its solution.</summary>
    /// <param name="columns">Columns of its entries.</param>
    /// <param name="values">Their values.</param>
    /// <param name="features">Vector of each column.</param>
    /// <param name="problem">What to solve; its base must be the full symmetric matrix.</param>
    /// <param name="solution">Where solvers that improve a solution start from; takes x, padded.</param>
    /// <returns>The loss of the row, its own regularisation included.</returns>
    double Solve<TProblem>(
        ReadOnlySpan<int> columns, ReadOnlySpan<float> values, FactorMatrix features, in TProblem problem, Span<float> solution)
        where TProblem : struct, IRowProblem;
}
