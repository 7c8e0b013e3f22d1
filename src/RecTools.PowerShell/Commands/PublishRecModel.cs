using System.Collections;
using System.Management.Automation;
using RecTools.Training;

namespace RecTools.PowerShell;

/// <summary>Publishes a stored model again without training it: a recommender scores everybody, a model of groups places the customers as they are now.</summary>
[Cmdlet(VerbsData.Publish, "RecModel", SupportsShouldProcess = true, DefaultParameterSetName = "Own")]
[OutputType(typeof(PublishResult))]
public sealed class PublishRecModel : ListRuleCmdlet
{
    /// <summary>The model.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("Model", "Name")]
    [ArgumentCompleter(typeof(ModelNameCompleter))]
    public string ModelName { get; set; } = "";

    /// <summary>A run whose version of the model is published instead of the current one.</summary>
    [Parameter]
    public long? RunId { get; set; }

    /// <summary>Table or view with the customers to place in groups, instead of the model's own source; with the same columns.</summary>
    [Parameter(ParameterSetName = "Table", Mandatory = true)]
    [ArgumentCompleter(typeof(TableCompleter))]
    public string? Table { get; set; }

    /// <summary>SELECT statement that gives the customers to place in groups.</summary>
    [Parameter(ParameterSetName = "Query", Mandatory = true)]
    public string? Query { get; set; }

    /// <summary>Values of the parameters that the queries have, such as <c>@{ Since = (Get-Date).AddYears(-1) }</c>.</summary>
    [Parameter]
    public Hashtable? QueryParameter { get; set; }

    /// <summary>File with the customers to place in groups.</summary>
    [Parameter(ParameterSetName = "Path", Mandatory = true)]
    public string? Path { get; set; }

    /// <summary>Scores only users whose rows are others now than those that the model was fitted on, new users among them; what is published for the others stays as it is.</summary>
    [Parameter]
    public SwitchParameter OnlyChanged { get; set; }

    /// <summary>Recommendations to write for each user.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int Top { get; set; } = 10;

    /// <summary>Similar items to write for each item; 0 writes none.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int SimilarTop { get; set; } = 10;

    /// <summary>Parts of the reason to write for each recommendation; 0 writes none.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int EvidenceTop { get; set; }

    /// <summary>A table of your own to write recommendations to instead of the versioned ones.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(TableCompleter))]
    public string? Destination { get; set; }

    /// <summary>How that table is written.</summary>
    [Parameter]
    public DestinationMode DestinationMode { get; set; }

    /// <summary>Share of the recommendations that may be others than readers see now, such as 0.5; more is not published.</summary>
    [Parameter]
    public double? MaxChurn { get; set; }

    /// <summary>Rows that may be set aside before the run fails: a share below 1, or a count.</summary>
    [Parameter]
    public double MaxRejected { get; set; } = 0.1;

    /// <summary>Threads to use; 0 for one a core. The result does not depend on it.</summary>
    [Parameter]
    public int Threads { get; set; }

    /// <summary>Bytes that the run may use, such as 2GB.</summary>
    [Parameter]
    public long MemoryLimit { get; set; }

    /// <summary>Versions of the published tables to keep.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int KeepVersions { get; set; } = 3;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var log = RunLog.Open(this);
        if (Guard(() => log is null ? Publish(null) : log.Close(() => Publish(log))) is { } result)
        {
            WriteObject(result);
        }
    }

    // Null where the user only wants to know what would be done.
    private PublishResult? Publish(RunLog? log)
    {
        CheckOnlyChanged();
        var connection = RequireDatabase();
        return ShouldProcess($"{ModelName} in {connection}", "Publish again")
            ? Observe($"Publishing {ModelName}", (observer, cancellation) => ModelRepublication.Execute(Request(), connection, observer, cancellation), log)
            : null;
    }

    // What is kept of the last publication says how long lists are; a table of the user's own has other users' rows that must stay.
    private void CheckOnlyChanged()
    {
        string[] kept = Destination is null ? [nameof(Top), nameof(SimilarTop), nameof(EvidenceTop)] : [nameof(DestinationMode)];
        if (OnlyChanged && kept.FirstOrDefault(MyInvocation.BoundParameters.ContainsKey) is { } given)
        {
            throw RecException.Configuration(
                "OnlyChangedKeeps", $"-{given} cannot be chosen with -OnlyChanged: what is kept of the other users decides it.", $"Leave -{given} out, or publish the whole without -OnlyChanged.", given);
        }
    }

    private PublishRequest Request() => new()
    {
        ModelName = ModelName,
        RunId = RunId,
        Source = (Table ?? Query ?? Path) is null ? null : new InteractionSource { Table = Table, Query = Query, Path = Path is null ? null : FullPath(Path) },
        QueryParameters = OptionTable.Plain(QueryParameter),
        OnlyChanged = OnlyChanged,
        MaxChurn = MaxChurn,
        Top = Top,
        SimilarTop = SimilarTop,
        EvidenceTop = EvidenceTop,
        Lists = Lists,
        Destination = Destination,
        DestinationMode = DestinationMode,
        MaxRejected = MaxRejected,
        Threads = Threads,
        MemoryLimit = MemoryLimit,
        KeepVersions = KeepVersions,
    };
}
