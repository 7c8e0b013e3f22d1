namespace RecTools.Algorithms;

/// <summary>
/// Factors of rows without ratings, regressed from features alone: where it also counts who rated what, the weights of the features say what they add to
/// that, which is not known of such rows.
/// </summary>
internal sealed class ColdRows
{
    // Each weight is drawn to 0 as strongly as this many rows with its feature would draw it.
    private const double Strength = 3;
    private readonly int[] cold;
    private readonly SparseMatrix design;
    private readonly SparseMatrix warmByFeature;
    private readonly RidgeSolver solver;
    private readonly FactorMatrix weights;

    /// <summary>Prepares.</summary>
    /// <param name="rows">Ratings by row.</param>
    /// <param name="features">Features of each row; null for none.</param>
    /// <param name="width">Offset and factors of each row.</param>
    public ColdRows(SparseMatrix rows, SparseMatrix? features, int width)
    {
        cold = [.. Enumerable.Range(0, rows.RowCount).Where(row => rows.CountOf(row) == 0)];
        design = WithConstant(rows.RowCount, features, static _ => true);
        var warm = WithConstant(rows.RowCount, features, row => rows.CountOf(row) > 0);
        warmByFeature = warm.Transpose();
        solver = new RidgeSolver(warm, width);
        weights = new FactorMatrix(design.ColumnCount, width);
    }

    /// <summary>Puts rows without ratings at what the others let expect of them.</summary>
    /// <param name="side">Offsets and factors.</param>
    /// <param name="workers">Threads and cancellation.</param>
    public void Settle(AlsSide side, Workers workers)
    {
        if (cold.Length == 0)
        {
            return;
        }

        var right = new FactorMatrix(weights.Rows, weights.Width);
        SparseProduct.AddTo(warmByFeature, side.Whole(), right, workers);
        solver.Solve(right, Strength, weights, workers);
        var expected = new float[weights.Stride];
        foreach (var row in cold)
        {
            Array.Clear(expected);
            SparseProduct.AddRow(design.ColumnsOf(row), design.ValuesOf(row), weights, expected);
            side.Set(row, expected);
        }
    }

    // Features behind a column of ones, for the rows wanted; other rows are empty.
    private static SparseMatrix WithConstant(int rowCount, SparseMatrix? features, Func<int, bool> wants)
    {
        var start = new int[rowCount + 1];
        var column = new List<int>();
        var value = new List<float>();
        for (var row = 0; row < rowCount; row++)
        {
            if (wants(row))
            {
                column.Add(0);
                value.Add(1);
                foreach (var feature in features is null ? [] : features.ColumnsOf(row))
                {
                    column.Add(1 + feature);
                }

                value.AddRange(features is null ? [] : features.ValuesOf(row));
            }

            start[row + 1] = column.Count;
        }

        return new SparseMatrix(1 + (features?.ColumnCount ?? 0), start, [.. column], [.. value]);
    }
}
