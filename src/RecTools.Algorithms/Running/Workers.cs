namespace RecTools.Algorithms;

/// <summary>Runs independent pieces of work on a bounded number of threads.</summary>
/// <remarks>
/// Work is cut into pieces by its own size, never by the number of threads, and pieces never share a sum:
/// that is what makes results the same at any number of threads.
/// </remarks>
public sealed class Workers
{
    private readonly ParallelOptions options;

    /// <summary>Makes a crew.</summary>
    /// <param name="threads">Threads to use; 0 or less for one a core.</param>
    /// <param name="cancellation">Stops the work between two pieces.</param>
    public Workers(int threads = 0, CancellationToken cancellation = default)
    {
        Threads = threads > 0 ? threads : Environment.ProcessorCount;
        Cancellation = cancellation;
        options = new ParallelOptions { MaxDegreeOfParallelism = Threads, CancellationToken = cancellation };
    }

    /// <summary>Threads in use.</summary>
    public int Threads { get; }

    /// <summary>Stops the work.</summary>
    public CancellationToken Cancellation { get; }

    /// <summary>Calls <paramref name="body"/> once for each piece of <paramref name="pieceSize"/> indexes out of 0 to <paramref name="count"/>.</summary>
    /// <param name="count">Indexes in all.</param>
    /// <param name="pieceSize">Indexes in a piece; the last one may be shorter.</param>
    /// <param name="body">Takes the first index and the one after the last.</param>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public void ForEachPiece(int count, int pieceSize, Action<int, int> body) =>
        ForEachPiece(count, pieceSize, static () => 0, (from, to, _) => body(from, to));

    /// <summary>As the other overload, with scratch space that each thread makes once.</summary>
    /// <param name="count">Indexes in all.</param>
    /// <param name="pieceSize">Indexes in a piece; the last one may be shorter.</param>
    /// <param name="makeScratch">Makes the scratch space of one thread.</param>
    /// <param name="body">Takes the first index, the one after the last, and the scratch space.</param>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public void ForEachPiece<TScratch>(int count, int pieceSize, Func<TScratch> makeScratch, Action<int, int, TScratch> body)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(pieceSize);
        var pieces = (int)(((long)count + pieceSize - 1) / pieceSize);
        if (Threads == 1 || pieces <= 1)
        {
            var scratch = makeScratch();
            for (var piece = 0; piece < pieces; piece++)
            {
                Cancellation.ThrowIfCancellationRequested();
                body(piece * pieceSize, Math.Min(count, (piece + 1) * pieceSize), scratch);
            }

            return;
        }

        var next = -1;
        Parallel.For(0, Math.Min(Threads, pieces), options, _ =>
        {
            var scratch = makeScratch();
            for (var piece = Interlocked.Increment(ref next); piece < pieces; piece = Interlocked.Increment(ref next))
            {
                Cancellation.ThrowIfCancellationRequested();
                body(piece * pieceSize, Math.Min(count, (piece + 1) * pieceSize), scratch);
            }
        });
    }
}
