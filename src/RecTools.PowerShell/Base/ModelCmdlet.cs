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
}
