using RecTools.Algorithms;

namespace RecTools.Benchmarks;

/// <summary>Floating-point operations that must be done, whoever does them: the symmetric half of a matrix, and nothing for padding or copies.</summary>
internal static class Operations
{
    /// <summary>Of one exact half-sweep: the normal equations of the entries, and each row's decomposition and solution.</summary>
    /// <param name="rows">Entries by row.</param>
    /// <param name="width">Unknowns of a row.</param>
    /// <param name="isWeighted">Whether entries add to the matrix, beside the right-hand side.</param>
    public static double OfHalfSweep(SparseMatrix rows, double width, bool isWeighted = true)
    {
        var ofEntry = (isWeighted ? width * (width + 1) : 0) + (2 * width);
        return (rows.EntryCount * ofEntry) + (rows.RowCount * ((width * width * width / 3) + (2 * width * width)));
    }

    /// <summary>Of the sum over some rows of row' x row.</summary>
    public static double OfGram(int rows, double width) => rows * width * (width + 1);

    /// <summary>Of scoring every user by every item.</summary>
    public static double OfScores(int users, int items, double width) => 2.0 * users * items * width;
}
