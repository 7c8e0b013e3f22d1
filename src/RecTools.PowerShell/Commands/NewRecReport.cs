using System.Management.Automation;
using RecTools.Training;

namespace RecTools.PowerShell;

/// <summary>Writes a report of a model, a run, a comparison, a search, rules or groups of customers: one file that needs nothing else.</summary>
[Cmdlet(VerbsCommon.New, "RecReport", SupportsShouldProcess = true, DefaultParameterSetName = "Object")]
[OutputType(typeof(FileInfo))]
public sealed class NewRecReport : ConnectedCmdlet
{
    private readonly List<object> objects = [];

    /// <summary>The file; its ending says the format unless -Format does: .html, .md or .json. An existing file is replaced.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    public string Path { get; set; } = "";

    /// <summary>
    /// What to report on: what Invoke-RecTraining, Measure-RecModel, Compare-RecModel, Optimize-RecModel, Get-RecRun, Get-RecModel, Find-RecAssociationRule or Find-RecCluster gives.
    /// </summary>
    [Parameter(ParameterSetName = "Object", Mandatory = true, ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    /// <summary>A stored model to report on.</summary>
    [Parameter(ParameterSetName = "Model", Mandatory = true)]
    [Alias("Model")]
    [ArgumentCompleter(typeof(ModelNameCompleter))]
    public string? ModelName { get; set; }

    /// <summary>A run to report on; with -ModelName the run whose version of the model is meant instead of the current one.</summary>
    [Parameter(ParameterSetName = "Model")]
    [Parameter(ParameterSetName = "Run", Mandatory = true)]
    public long? RunId { get; set; }

    /// <summary>As what the report is written; Auto goes by the ending of the path.</summary>
    [Parameter]
    public ReportFormat Format { get; set; }

    /// <summary>Title of the report.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Title { get; set; }

    /// <summary>Leaves an existing file as it is, which is an error.</summary>
    [Parameter]
    public SwitchParameter NoClobber { get; set; }

    /// <summary>Replaces an existing file even if it is read-only, and whatever -NoClobber says.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (InputObject is not null)
        {
            objects.Add(InputObject.BaseObject);
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        var path = FullPath(Path);
        if (!ShouldProcess(path, "Write a report"))
        {
            return;
        }

        Watch("Writing a report", (observer, cancellation) =>
        {
            ReportWriter.Write(
                new ReportRequest
                {
                    Path = path,
                    Format = Format,
                    Title = Title,
                    Objects = objects,
                    ModelName = ModelName,
                    RunId = RunId,
                    Overwrite = Force || !NoClobber,
                    Force = Force,
                },
                DatabaseOrNone,
                observer,
                cancellation);
            return true;
        });
        WriteObject(new FileInfo(path));
    }
}
