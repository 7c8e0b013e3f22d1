namespace RecTools.Algorithms;

/// <summary>One half of a sweep: all rows of one side are solved while the other side stands still.</summary>
internal static class HalfSweep
{
    private const int RowsInPiece = 16;

    /// <summary>Solves all rows.</summary>
    /// <param name="rows">Entries by row.</param>
    /// <param name="features">Vector of each column.</param>
    /// <param name="solution">Takes the vector of each row.</param>
    /// <param name="problem">What to solve.</param>
    /// <param name="solver">How.</param>
    /// <param name="workers">Threads and cancellation.</param>
    /// <returns>The loss of all rows with their own regularisation; without that of the columns.</returns>
    public static double Run<TProblem>(
        SparseMatrix rows, FactorMatrix features, FactorMatrix solution, TProblem problem, RowSolver solver, Workers workers)
        where TProblem : struct, IRowProblem
    {
        var loss = new double[rows.RowCount];
        workers.ForEachPiece(rows.RowCount, RowsInPiece, () => solver.Make(features.Width), (from, to, scratch) =>
        {
            for (var row = from; row < to; row++)
            {
                var own = solution.PaddedRow(row);
                problem.Load(row, own);
                loss[row] = scratch.Solve(rows.ColumnsOf(row), rows.ValuesOf(row), features, problem, own);
                problem.Store(row, own);
            }
        });
        return loss.Sum();
    }
}
