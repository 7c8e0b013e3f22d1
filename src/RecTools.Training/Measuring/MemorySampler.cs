namespace RecTools.Training;

/// <summary>Looks every few milliseconds at how much memory the program's objects take, while a piece of work runs: what peaks between two looks is not seen.</summary>
/// <remarks>Objects that are not needed any more count until they are collected. All large arrays of the algorithms are among them; the runtime itself and drivers' own memory are not.</remarks>
internal sealed class MemorySampler : IDisposable
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(10);
    private readonly Timer timer;
    private readonly long before;
    private long most;

    /// <summary>Begins to look.</summary>
    public MemorySampler()
    {
        // What earlier work has left behind would hide what this takes.
        GC.Collect();
        most = before = GC.GetTotalMemory(forceFullCollection: false);
        timer = new Timer(_ => Look(), null, BetweenLooks, BetweenLooks);
    }

    /// <summary>The most bytes beyond those at the start that were seen so far, now included.</summary>
    public long PeakBytes
    {
        get
        {
            Look();
            return Interlocked.Read(ref most) - before;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => timer.Dispose();

    private void Look()
    {
        var now = GC.GetTotalMemory(forceFullCollection: false);
        for (var known = Interlocked.Read(ref most); now > known; known = Interlocked.Read(ref most))
        {
            if (Interlocked.CompareExchange(ref most, now, known) == known)
            {
                return;
            }
        }
    }
}
