using RecTools.Algorithms;

namespace RecTools.Training;

/// <summary>Refuses work that would not fit in memory, before it starts.</summary>
/// <param name="limit">Bytes the process may use; 0 for three quarters of what the machine has free.</param>
public sealed class MemoryBudget(long limit)
{
    // A guess on the low side for one core; the estimate of time is for the log only.
    private const double OperationsPerSecond = 5e9;

    // The most users that one thread scores at a time.
    private const int ScoringUsersPerBlock = 64;

    /// <summary>Bytes the process may use.</summary>
    public long Limit { get; } = limit > 0 ? limit : Available();

    /// <summary>Checks that a fit and the scoring of its blocks fit, and says what they will take.</summary>
    /// <exception cref="RecException"><c>MemoryLimitExceeded</c>.</exception>
    public void CheckFit(IRecommenderAlgorithm algorithm, object options, SparseMatrix matrix, int threads, IRunObserver observer)
    {
        var estimate = algorithm.Estimate(matrix.RowCount, matrix.ColumnCount, matrix.EntryCount, options);
        var input = 2L * matrix.EntryCount * 8;
        var scoring = (long)threads * ScoringUsersPerBlock * matrix.ColumnCount * sizeof(float);
        var needed = input + estimate.Bytes + scoring;
        observer.Verbose(
            $"{algorithm.Name} on {matrix.RowCount:N0} users, {matrix.ColumnCount:N0} items and {matrix.EntryCount:N0} interactions: "
            + $"about {Megabytes(needed)} of memory and {estimate.Operations / OperationsPerSecond / threads:N1} s at most.");
        if (needed > Limit)
        {
            throw Exceeded(
                $"{algorithm.Name} on {matrix.RowCount:N0} users and {matrix.ColumnCount:N0} items needs about {Megabytes(needed)}, above the limit of {Megabytes(Limit)}.",
                $"Leave out rare users and items in -Query, {algorithm.MemoryAdvice}, or raise -MemoryLimit.");
        }
    }

    /// <summary>Checks that groups of customers can be found in the memory there is, and says what it will take.</summary>
    /// <exception cref="RecException"><c>MemoryLimitExceeded</c>.</exception>
    public void CheckFit(IClusterAlgorithm algorithm, object options, PointMatrix points, int threads, IRunObserver observer)
    {
        var estimate = algorithm.Estimate(points.Count, points.Dimension, options);
        var needed = (points.Values.LongLength * (sizeof(float) + sizeof(double))) + estimate.Bytes;
        observer.Verbose(
            $"{algorithm.Name} on {points.Count:N0} customers and {points.Dimension:N0} features: "
            + $"about {Megabytes(needed)} of memory and {estimate.Operations / OperationsPerSecond / threads:N1} s at most.");
        if (needed > Limit)
        {
            throw Exceeded(
                $"{algorithm.Name} on {points.Count:N0} customers and {points.Dimension:N0} features needs about {Megabytes(needed)}, above the limit of {Megabytes(Limit)}.",
                "Use KMeans, or with Hierarchical the linkage Ward or Single; leave out customers or features; or raise -MemoryLimit.");
        }
    }

    /// <summary>Checks that collecting rows of a size still fits.</summary>
    /// <exception cref="RecException"><c>MemoryLimitExceeded</c>.</exception>
    public void CheckRows(long rows, long bytesPerRow)
    {
        if (rows * bytesPerRow > Limit)
        {
            throw Exceeded(
                $"After {rows:N0} rows the input alone needs {Megabytes(rows * bytesPerRow)}, above the limit of {Megabytes(Limit)}.",
                "Read fewer rows (for instance only the last year with -Query), or raise -MemoryLimit.");
        }
    }

    private static long Available()
    {
        var memory = GC.GetGCMemoryInfo();
        return Math.Max(256L << 20, (memory.TotalAvailableMemoryBytes - memory.MemoryLoadBytes) / 4 * 3);
    }

    private static string Megabytes(long bytes) => $"{bytes / 1048576.0:N0} MB";

    private static RecException Exceeded(string message, string action) => new("MemoryLimitExceeded", RecErrorKind.Limit, message, action);
}
