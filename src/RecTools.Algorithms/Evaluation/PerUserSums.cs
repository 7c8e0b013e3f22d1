namespace RecTools.Algorithms;

/// <summary>A table of numbers for each user measured, the stuff that figures and their resamples are sums of.</summary>
/// <param name="columnCount">Numbers for each user.</param>
/// <param name="rows">Row after row.</param>
internal sealed class PerUserSums(int columnCount, double[] rows)
{
    /// <summary>Numbers for each user.</summary>
    public int ColumnCount { get; } = columnCount;

    /// <summary>Users measured.</summary>
    public int UserCount { get; } = rows.Length / columnCount;

    /// <summary>The numbers of one user.</summary>
    public ReadOnlySpan<double> Of(int row) => rows.AsSpan(row * ColumnCount, ColumnCount);

    /// <summary>Sums over all users, in their order.</summary>
    public double[] Total()
    {
        var total = new double[ColumnCount];
        for (var row = 0; row < UserCount; row++)
        {
            AddTo(total, row);
        }

        return total;
    }

    /// <summary>Adds the numbers of one user.</summary>
    public void AddTo(Span<double> total, int row)
    {
        var own = Of(row);
        for (var column = 0; column < own.Length; column++)
        {
            total[column] += own[column];
        }
    }

    /// <summary>Some of the users, in their order.</summary>
    /// <param name="isWanted">Tells it for each row.</param>
    public PerUserSums Where(Func<int, bool> isWanted)
    {
        var kept = new List<double>();
        for (var row = 0; row < UserCount; row++)
        {
            if (isWanted(row))
            {
                kept.AddRange(Of(row));
            }
        }

        return new PerUserSums(ColumnCount, [.. kept]);
    }
}
