using System.Management.Automation;
using System.Runtime.InteropServices;

namespace RecTools.Host.Engine;

/// <summary>
/// Ctrl-C and termination: the first stops the running pipeline, so that cmdlets can cancel their SQL and leave nothing half-written; the second, or one
/// while nothing runs that could be stopped, ends the process.
/// </summary>
internal sealed class StopSignals : IDisposable
{
    private readonly Lock gate = new();
    private readonly List<PosixSignalRegistration> registrations = [];
    private PowerShell? running;
    private int waiting;

    /// <summary>Begins to listen.</summary>
    public StopSignals()
    {
        foreach (PosixSignal signal in new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM })
            registrations.Add(PosixSignalRegistration.Create(signal, Handle));
    }

    /// <summary>Whether the running pipeline was asked to stop.</summary>
    public bool StopRequested { get; private set; }

    /// <summary>Names the pipeline that a signal stops, until the result is disposed.</summary>
    public IDisposable Watch(PowerShell pipeline)
    {
        lock (gate)
        {
            running = pipeline;
            StopRequested = false;
        }

        return new Ending(() =>
        {
            lock (gate)
                running = null;
        });
    }

    /// <summary>Says that a thread waits for input, until the result is disposed. Such a thread does not notice a stop, so a signal ends the process.</summary>
    public IDisposable WaitForInput()
    {
        Interlocked.Increment(ref waiting);
        return new Ending(() => Interlocked.Decrement(ref waiting));
    }

    /// <summary>Stops the running pipeline; returns without waiting for it.</summary>
    public void RequestStop()
    {
        lock (gate)
        {
            StopRequested = true;
            running?.BeginStop(null, null);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (PosixSignalRegistration registration in registrations)
            registration.Dispose();
    }

    private void Handle(PosixSignalContext context)
    {
        context.Cancel = true;
        bool hopeless;
        lock (gate)
            hopeless = StopRequested || running is null || Volatile.Read(ref waiting) > 0;
        if (hopeless)
            Environment.Exit(ExitCode.Cancelled);
        RequestStop();
    }

    private sealed class Ending(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
