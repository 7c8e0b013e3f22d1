namespace RecTools.Algorithms;

/// <summary>Says how far the inverse of X'X + lambda I, which single precision has rounded, is from one.</summary>
internal static class InverseCheck
{
    /// <summary>Residuals up to this one are no matter: weights between items are then known to a few per cent at worst.</summary>
    public const double Allowed = 0.01;

    private const int Columns = 16;

    /// <summary>Largest length of (X'X + lambda I) p - e over some columns p, spread evenly, in double precision.</summary>
    /// <param name="rows">X, users by items.</param>
    /// <param name="regularization">Lambda.</param>
    /// <param name="negated">The negative of the inverse.</param>
    /// <param name="workers">Threads and cancellation.</param>
    public static double LargestResidual(SparseMatrix rows, double regularization, ItemPanels negated, Workers workers)
    {
        var count = Math.Min(Columns, negated.Order);
        var residuals = new double[count];
        workers.ForEachPiece(count, 1, (sample, _) =>
            residuals[sample] = ResidualOf(rows, regularization, negated, (int)((long)sample * negated.Order / count)));
        return residuals.DefaultIfEmpty(0).Max();
    }

    private static double ResidualOf(SparseMatrix rows, double regularization, ItemPanels negated, int column)
    {
        var left = new double[negated.Order];
        for (var item = 0; item < left.Length; item++)
        {
            left[item] = -regularization * negated.At(item, column);
        }

        for (var user = 0; user < rows.RowCount; user++)
        {
            var items = rows.ColumnsOf(user);
            var values = rows.ValuesOf(user);
            double product = 0;
            for (var i = 0; i < items.Length; i++)
            {
                product -= (double)values[i] * negated.At(items[i], column);
            }

            for (var i = 0; i < items.Length; i++)
            {
                left[items[i]] += values[i] * product;
            }
        }

        left[column] -= 1;
        return Math.Sqrt(left.Sum(value => value * value));
    }
}
