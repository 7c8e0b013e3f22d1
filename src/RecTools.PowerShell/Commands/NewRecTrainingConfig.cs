using System.Collections;
using System.Management.Automation;
using System.Text;
using RecTools.Training;

namespace RecTools.PowerShell;

/// <summary>Writes a job file to begin with: settings as JSON, those that were not given as comments with what they mean.</summary>
[Cmdlet(VerbsCommon.New, "RecTrainingConfig", SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class NewRecTrainingConfig : RecCmdlet
{
    /// <summary>The file to write, such as nightly.job.json.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    public string Path { get; set; } = "";

    /// <summary>Name of the algorithm; its options are listed.</summary>
    [Parameter(Position = 1)]
    [ArgumentCompleter(typeof(AlgorithmCompleter))]
    public string Algorithm { get; set; } = "ImplicitAls";

    /// <summary>Name under which the model is stored and its tables are published.</summary>
    [Parameter(Position = 2)]
    [Alias("Name")]
    public string? ModelName { get; set; }

    /// <summary>Table or view with the rows.</summary>
    [Parameter(Position = 3)]
    [ArgumentCompleter(typeof(TableCompleter))]
    public string? Table { get; set; }

    /// <summary>SELECT statement that gives the rows, instead of a table.</summary>
    [Parameter]
    public string? Query { get; set; }

    /// <summary>Settings of the algorithm, such as <c>@{ Factors = 64 }</c>.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(OptionCompleter))]
    public IDictionary? Option { get; set; }

    /// <summary>Replaces the file if it exists.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var path = FullPath(Path);
        if (ShouldProcess(path, $"Write a job file for {Algorithm}"))
        {
            Guard(() => Write(path));
            WriteObject(new FileInfo(path));
        }
    }

    private bool Write(string path)
    {
        WholeFile.RequireFree(path, Force);
        var settings = new TrainingSettings { Algorithm = Algorithm, ModelName = ModelName, Table = Table, Query = Query, Option = Option is null ? null : OptionTable.Plain(Option) };
        WholeFile.Write(path, Encoding.UTF8.GetBytes(JobTemplate.Create(settings, SchemaPath)));
        return true;
    }

    private static string SchemaPath =>
        System.IO.Path.GetFullPath(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(typeof(NewRecTrainingConfig).Assembly.Location)!, "..", "schema", "job.schema.json"));
}
