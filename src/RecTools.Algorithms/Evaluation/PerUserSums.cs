using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace RecTools.Algorithms;

/// <summary>A table of numbers for each user measured, the stuff that figures and their resamples are sums of.</summary>
internal sealed class PerUserSums
{
    private static readonly int Lanes = Vector256<double>.Count;
    private readonly double[] table;

    // Rows are as long as whole vectors, so that sums never have a rest.
    private readonly int stride;

    /// <summary>Makes a table of zeros.</summary>
    /// <param name="columnCount">Numbers for each user.</param>
    /// <param name="userCount">Users measured.</param>
    public PerUserSums(int columnCount, int userCount)
    {
        (ColumnCount, UserCount) = (columnCount, userCount);
        stride = (columnCount + Lanes - 1) / Lanes * Lanes;
        table = new double[checked(userCount * stride)];
    }

    /// <summary>Numbers for each user.</summary>
    public int ColumnCount { get; }

    /// <summary>Users measured.</summary>
    public int UserCount { get; }

    /// <summary>The numbers of one user.</summary>
    public Span<double> Of(int row) => table.AsSpan(row * stride, ColumnCount);

    /// <summary>Sums over all users, in their order.</summary>
    public double[] Total()
    {
        var rows = new int[UserCount];
        for (var row = 0; row < rows.Length; row++)
        {
            rows[row] = row;
        }

        return Sum(rows);
    }

    /// <summary>Sums over users in the order given; who is given twice counts twice.</summary>
    /// <returns>One sum a column.</returns>
    public double[] Sum(ReadOnlySpan<int> rows)
    {
        var total = new double[stride];
        ref var first = ref MemoryMarshal.GetArrayDataReference(table);
        var column = 0;
        for (; column <= stride - (2 * Lanes); column += 2 * Lanes)
        {
            var (low, high) = (Vector256<double>.Zero, Vector256<double>.Zero);
            foreach (var row in rows)
            {
                var place = ((nuint)(uint)row * (nuint)(uint)stride) + (nuint)(uint)column;
                low += Vector256.LoadUnsafe(ref first, place);
                high += Vector256.LoadUnsafe(ref first, place + (nuint)(uint)Lanes);
            }

            low.CopyTo(total, column);
            high.CopyTo(total, column + Lanes);
        }

        if (column < stride)
        {
            var sum = Vector256<double>.Zero;
            foreach (var row in rows)
            {
                sum += Vector256.LoadUnsafe(ref first, ((nuint)(uint)row * (nuint)(uint)stride) + (nuint)(uint)column);
            }

            sum.CopyTo(total, column);
        }

        return total[..ColumnCount];
    }

    /// <summary>Some of the users, in their order.</summary>
    /// <param name="isWanted">Tells it for each row.</param>
    public PerUserSums Where(Func<int, bool> isWanted)
    {
        int[] kept = [.. Enumerable.Range(0, UserCount).Where(isWanted)];
        var some = new PerUserSums(ColumnCount, kept.Length);
        for (var row = 0; row < kept.Length; row++)
        {
            Of(kept[row]).CopyTo(some.Of(row));
        }

        return some;
    }
}
