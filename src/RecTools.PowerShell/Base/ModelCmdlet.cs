using System.Management.Automation;
using System.Runtime.CompilerServices;
using RecTools.Training;

namespace RecTools.PowerShell;

/// <summary>A cmdlet that answers from a stored model, loaded once for all objects of the pipeline that ask the same one.</summary>
public abstract class ModelCmdlet : ConnectedCmdlet
{
    private readonly LastLoaded loaded = new();

    /// <summary>The model.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("Model", "Name")]
    [ArgumentCompleter(typeof(ModelNameCompleter))]
    public string ModelName { get; set; } = "";

    /// <summary>A run whose version of the model is asked instead of the current one.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public long? RunId { get; set; }

    /// <summary>The loaded model.</summary>
    private protected ModelServer Server
    {
        [MethodImpl(MethodImplOptions.NoInlining)]
        get => (ModelServer)loaded.Get(ModelName, RunId, () => Guard<object>(() => ModelServer.Open(Database, ModelName, RunId, Cancellation)));
    }
}
