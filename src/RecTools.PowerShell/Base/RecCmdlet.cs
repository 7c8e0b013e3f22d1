using System.Management.Automation;

namespace RecTools.PowerShell;

/// <summary>What all cmdlets share: Ctrl-C, errors with an id and an action, and work in the background that may still talk to the user.</summary>
public abstract class RecCmdlet : PSCmdlet, IDisposable
{
    private readonly CancellationTokenSource cancellation = new();

    /// <summary>Set when the user presses Ctrl-C.</summary>
    protected CancellationToken Cancellation => cancellation.Token;

    /// <summary>Cancels the running work.</summary>
    protected override void StopProcessing() => cancellation.Cancel();

    /// <summary>Runs work on another thread, while progress, warnings and steps that it reports are written on this one.</summary>
    protected T Watch<T>(string activity, Func<IRunObserver, CancellationToken, T> work) => Guard(() => Observe(activity, work));

    /// <summary>The same, with errors left as they are.</summary>
    protected T Observe<T>(string activity, Func<IRunObserver, CancellationToken, T> work) => Observe(activity, work, log: null);

    /// <summary>The same, with a log that hears of the run's start and stages; null for none.</summary>
    private protected T Observe<T>(string activity, Func<IRunObserver, CancellationToken, T> work, RunLog? log)
    {
        using var observer = new PipelineObserver(this, activity, log);
        return observer.Run(work, Cancellation);
    }

    /// <summary>Runs work, turning an error into a terminating one that PowerShell shows well.</summary>
    protected T Guard<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (RecException error)
        {
            ThrowTerminatingError(ErrorRecords.From(error));
            throw;
        }
    }

    /// <summary>Runs work for one input object: an error concerns that object alone, and the pipeline goes on.</summary>
    protected void Each(Action work)
    {
        try
        {
            work();
        }
        catch (RecException error)
        {
            WriteError(ErrorRecords.From(error));
        }
    }

    /// <summary>The properties of an object by name.</summary>
    protected static IReadOnlyDictionary<string, object?> Properties(PSObject value) => value.Properties.Where(property => property.IsGettable)
        .ToDictionary(property => property.Name, property => property.Value is PSObject wrapped ? wrapped.BaseObject : (object?)property.Value);

    /// <summary>The id itself, or the one that an object has as a property of one of the names: rows of a query and results of other cmdlets come by the pipeline too.</summary>
    private protected static object IdOf(object value, params string[] names)
    {
        if (Unwrap(value) is ValueType or string)
        {
            return Unwrap(value);
        }

        var row = PSObject.AsPSObject(value);
        return Unwrap(names.Select(name => row.Properties[name]?.Value).FirstOrDefault(id => id is not null) ?? row);
    }

    /// <summary>What PowerShell may have wrapped.</summary>
    private protected static object Unwrap(object value) => value is PSObject wrapped ? wrapped.BaseObject : value;

    /// <summary>The full path of a file that may not exist yet.</summary>
    protected string FullPath(string path) => SessionState.Path.GetUnresolvedProviderPathFromPSPath(path);

    /// <inheritdoc/>
    public void Dispose()
    {
        cancellation.Dispose();
        GC.SuppressFinalize(this);
    }
}
