using System.Collections;
using System.Management.Automation;
using RecTools.Training;

namespace RecTools.PowerShell;

/// <summary>Searches an algorithm's settings within a time budget, on validation folds of the training rows; measures what it finds once on test rows.</summary>
[Cmdlet(VerbsCommon.Optimize, "RecModel", SupportsShouldProcess = true, DefaultParameterSetName = "Table")]
[OutputType(typeof(SearchResult))]
public sealed class OptimizeRecModel : TrainingSourceCmdlet
{
    /// <summary>Name of the algorithm, such as ImplicitAls.</summary>
    [Parameter(Position = 0, Mandatory = true)]
    [ArgumentCompleter(typeof(AlgorithmCompleter))]
    public string Algorithm { get; set; } = "";

    /// <summary>Name that the model has in the job file; without it the algorithm's.</summary>
    [Parameter]
    [Alias("Name")]
    public string? ModelName { get; set; }

    /// <summary>Settings that are held, such as <c>@{ Sweeps = 20 }</c>.</summary>
    [Parameter]
    [Alias("Fixed")]
    [ArgumentCompleter(typeof(OptionCompleter))]
    public IDictionary? Option { get; set; }

    /// <summary>Settings to search instead of those that the algorithm ships with: <c>@{ Factors = 16, 32, 64; Regularization = @{ Min = 0.001; Max = 1; Log = $true } }</c>.</summary>
    [Parameter]
    public IDictionary? Space { get; set; }

    /// <summary>Time that the search may take, the final fits included, such as 00:05:00; without it ten minutes.</summary>
    [Parameter]
    public TimeSpan? TimeBudget { get; set; }

    /// <summary>Trials at most, those of the trial file included.</summary>
    [Parameter]
    public int? MaxTrials { get; set; }

    /// <summary>The figure to search by: nDCG (the default), Precision, Recall, HitRate, MAP, MAP@k, RMSE or MAE.</summary>
    [Parameter]
    public string? Metric { get; set; }

    /// <summary>Folds that the training rows are cut into, each of which is held back once; without it 5.</summary>
    [Parameter]
    public int? Folds { get; set; }

    /// <summary>File that keeps every trial as it ends; the same command goes on from it.</summary>
    [Parameter]
    public string? TrialPath { get; set; }

    /// <summary>Job file to write with the best settings, for Invoke-RecTraining -ConfigPath.</summary>
    [Parameter]
    public string? OutFile { get; set; }

    /// <summary>Replaces that file where there is one.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var defaults = new SearchRequest { Training = new TrainingSettings() };
        var request = defaults with
        {
            Training = Given(nameof(Metric), nameof(TimeBudget)) with { ModelName = ModelName ?? Algorithm },
            TimeBudget = TimeBudget ?? defaults.TimeBudget,
            MaxTrials = MaxTrials,
            Metric = Metric,
            Space = Space is null ? null : OptionTable.Plain(Space),
            Folds = Folds ?? defaults.Folds,
            TrialPath = TrialPath is null ? null : FullPath(TrialPath),
            OutFile = OutFile is null ? null : FullPath(OutFile),
            Force = Force,
        };
        string[] written = [.. new[] { request.TrialPath, request.OutFile }.OfType<string>()];
        if (written.Length == 0 || ShouldProcess(string.Join(" and ", written), $"Search settings of {Algorithm} and write"))
        {
            WriteObject(Watch($"Searching settings of {Algorithm}", (observer, cancellation) => ModelOptimizer.Search(request, DatabaseOrNone, observer, cancellation)));
        }
    }
}
