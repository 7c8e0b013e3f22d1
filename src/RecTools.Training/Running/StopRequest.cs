namespace RecTools.Training;

/// <summary>What it means that somebody asks a run to stop: in the middle of a fit it may end training early, and at any other time it cancels the run.</summary>
internal sealed class StopRequest : IDisposable
{
    private readonly Lock gate = new();
    private readonly CancellationTokenSource cancel = new();
    private readonly CancellationTokenSource endEarly = new();
    private readonly CancellationTokenRegistration asked;
    private readonly CancelAction action;
    private bool fitting;

    /// <summary>Listens.</summary>
    /// <param name="action">What is done with what was learned.</param>
    /// <param name="cancellation">Set when somebody asks.</param>
    public StopRequest(CancelAction action, CancellationToken cancellation)
    {
        this.action = action;
        asked = cancellation.Register(Ask);
    }

    /// <summary>Cancels the run.</summary>
    public CancellationToken Cancellation => cancel.Token;

    /// <summary>Ends a training loop with the best it has.</summary>
    public CancellationToken EndEarly => endEarly.Token;

    /// <summary>Does the work of a fit.</summary>
    /// <exception cref="OperationCanceledException">The run was cancelled, or ended before there was anything to keep; either way it is over.</exception>
    public T Fit<T>(Func<T> work)
    {
        lock (gate)
        {
            fitting = true;
        }

        try
        {
            return work();
        }
        catch (OperationCanceledException) when (endEarly.IsCancellationRequested)
        {
            cancel.Cancel();
            throw;
        }
        finally
        {
            lock (gate)
            {
                fitting = false;
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        asked.Dispose();
        cancel.Dispose();
        endEarly.Dispose();
    }

    private void Ask()
    {
        bool early;
        lock (gate)
        {
            early = fitting && action == CancelAction.Keep;
        }

        (early ? endEarly : cancel).Cancel();
    }
}
