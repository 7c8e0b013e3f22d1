namespace RecTools.Algorithms;

/// <summary>
/// Threads that stay at hand between many short pieces of work, as the steps of a training loop are: starting work costs a millionth of a second rather than
/// many. What helpers do not get to in time, the caller does himself.
/// </summary>
/// <remarks>As with <see cref="Workers"/>, work is cut by its own size, so that results are the same at any number of threads.</remarks>
internal sealed class SteadyCrew : IDisposable
{
    private const int SpinsBeforeSleep = 100;
    private readonly CancellationToken cancellation;
    private readonly Thread[] helpers;
    private readonly SemaphoreSlim wake = new(0);
    private volatile Job job = new(0, 1, static (_, _) => { });
    private volatile bool stopped;
    private int asleep;

    /// <summary>Starts the threads.</summary>
    /// <param name="workers">How many, the caller counted; and cancellation.</param>
    public SteadyCrew(Workers workers)
    {
        cancellation = workers.Cancellation;
        helpers = new Thread[Math.Min(workers.Threads, Environment.ProcessorCount) - 1];
        for (var i = 0; i < helpers.Length; i++)
        {
            helpers[i] = new Thread(Help) { IsBackground = true, Name = "RecTools crew" };
            helpers[i].Start();
        }
    }

    /// <summary>Calls <paramref name="body"/> once for each piece of <paramref name="pieceSize"/> indexes out of 0 to <paramref name="count"/>.</summary>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public void ForEachPiece(int count, int pieceSize, Action<int, int> body)
    {
        cancellation.ThrowIfCancellationRequested();
        var own = new Job(count, pieceSize, body);
        if (helpers.Length > 0 && own.Pieces > 1)
        {
            job = own;
            Interlocked.MemoryBarrier();
            if (Volatile.Read(ref asleep) is > 0 and var sleepers)
            {
                wake.Release(sleepers);
            }
        }

        own.Work();
        own.WaitForOthers();
    }

    /// <summary>Lets the threads go.</summary>
    public void Dispose()
    {
        stopped = true;
        wake.Release(helpers.Length + 1);
        foreach (var helper in helpers)
        {
            helper.Join();
        }

        wake.Dispose();
    }

    private void Help()
    {
        var last = job;
        while (!stopped)
        {
            var next = job;
            for (var spins = 0; ReferenceEquals(next, last) && !stopped; next = job)
            {
                if (++spins < SpinsBeforeSleep)
                {
                    Thread.SpinWait(8);
                    continue;
                }

                Interlocked.Increment(ref asleep);
                if (ReferenceEquals(job, last) && !stopped)
                {
                    wake.Wait();
                }

                Interlocked.Decrement(ref asleep);
                spins = 0;
            }

            last = next;
            next.Work();
        }
    }

    /// <summary>One call's pieces, taken by whoever is free.</summary>
    private sealed class Job(int count, int pieceSize, Action<int, int> body)
    {
        private int taken;
        private int done;
        private volatile Exception? error;

        public int Pieces { get; } = (int)(((long)count + pieceSize - 1) / pieceSize);

        public void Work()
        {
            for (var piece = Interlocked.Increment(ref taken) - 1; piece < Pieces; piece = Interlocked.Increment(ref taken) - 1)
            {
                try
                {
                    body(piece * pieceSize, Math.Min(count, (piece + 1) * pieceSize));
                }
#pragma warning disable CA1031 // It is thrown again where the work was asked for.
                catch (Exception e)
#pragma warning restore CA1031
                {
                    error = e;
                }

                Interlocked.Increment(ref done);
            }
        }

        public void WaitForOthers()
        {
            var spinner = default(SpinWait);
            while (Volatile.Read(ref done) < Pieces)
            {
                spinner.SpinOnce(sleep1Threshold: -1);
            }

            if (error is { } failed)
            {
                System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failed);
            }
        }
    }
}
