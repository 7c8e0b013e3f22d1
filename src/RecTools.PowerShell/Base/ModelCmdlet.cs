using System.Management.Automation;
using System.Runtime.CompilerServices;
using RecTools.Training;

namespace RecTools.PowerShell;

/// <summary>A cmdlet that answers from a stored model, loaded once for the whole pipeline.</summary>
public abstract class ModelCmdlet : ConnectedCmdlet
{
    // Typed as object, since a field of a type of the private side would show in this class's signature.
    private object? server;

    /// <summary>The model.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [Alias("Model", "Name")]
    [ArgumentCompleter(typeof(ModelNameCompleter))]
    public string ModelName { get; set; } = "";

    /// <summary>A run whose version of the model is asked instead of the current one.</summary>
    [Parameter]
    public long? RunId { get; set; }

    /// <summary>The loaded model.</summary>
    private protected ModelServer Server
    {
        [MethodImpl(MethodImplOptions.NoInlining)]
        get => (ModelServer)(server ??= Guard<object>(() => ModelServer.Open(Database, ModelName, RunId, Cancellation)));
    }

    /// <summary>The id itself, or the one that an object has as a property of one of the names: objects from a query come by the pipeline too.</summary>
    private protected static object IdOf(object value, params string[] names)
    {
        if (value is PSObject { BaseObject: PSCustomObject } row)
        {
            return Unwrap(names.Select(name => row.Properties[name]?.Value).FirstOrDefault(id => id is not null) ?? row);
        }

        return Unwrap(value);
    }

    /// <summary>What PowerShell may have wrapped.</summary>
    private protected static object Unwrap(object value) => value is PSObject wrapped ? wrapped.BaseObject : value;
}
