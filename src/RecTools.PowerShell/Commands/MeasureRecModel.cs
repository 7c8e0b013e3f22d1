using System.Collections;
using System.Management.Automation;
using RecTools.Training;

namespace RecTools.PowerShell;

/// <summary>
/// Says how good an algorithm or a stored model is, with 95 % intervals, by groups of users, and with a warning where the split tells the model the future. A stored model
/// has seen all of its rows, so that its algorithm is fitted anew with its settings on rows of which some are held back; given test rows alone, it is measured as it is.
/// </summary>
[Cmdlet(VerbsDiagnostic.Measure, "RecModel", DefaultParameterSetName = "Table")]
[OutputType(typeof(ModelMeasurement))]
public sealed class MeasureRecModel : TrainingSourceCmdlet
{
    /// <summary>A stored model: its algorithm and settings are measured on its own rows, split anew, or on the rows given; with -TestTable, -TestQuery or -TestPath alone the model itself is.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("Model", "Name")]
    [ArgumentCompleter(typeof(ModelNameCompleter))]
    public string? ModelName { get; set; }

    /// <summary>A run whose version of the model is measured instead of the current one.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public long? RunId { get; set; }

    /// <summary>An algorithm to measure instead of a stored model; with a source.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(RecommenderCompleter))]
    public string? Algorithm { get; set; }

    /// <summary>Settings of the algorithm, such as <c>@{ Factors = 64 }</c>.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(OptionCompleter))]
    public IDictionary? Option { get; set; }

    /// <summary>Smallest value of a test row, such as a rating of 4, that makes its item one that should be in the list; without it every test row does.</summary>
    [Parameter]
    public float? RelevantFrom { get; set; }

    /// <summary>What figures are given by beside those of all users: History (how many rows of the user are learned from), Cluster (with -ClusterModel), Column (with -SegmentColumn) or None. Without it History and what else is named.</summary>
    [Parameter]
    public UserSegment[]? SegmentBy { get; set; }

    /// <summary>Column whose values tell users apart, such as a city: of -UserTable, -UserQuery or -UserPath, or of the rows themselves where each user has one value.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ColumnCompleter))]
    public string? SegmentColumn { get; set; }

    /// <summary>Does not fit once more on a split by time where the one asked for tells the model the future.</summary>
    [Parameter]
    public SwitchParameter NoTimeSplit { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (MyInvocation.ExpectingInput)
        {
            Each(() => WriteObject(Observe(Activity, Measure)));
        }
        else
        {
            WriteObject(Watch(Activity, Measure));
        }
    }

    private string Activity => $"Measuring {ModelName ?? Algorithm}";

    private ModelMeasurement Measure(IRunObserver observer, CancellationToken cancellation)
    {
        var given = Given(nameof(ModelName));
        return ModelMeasurer.Measure(
            new MeasurementRequest
            {
                Training = (given with { Algorithm = Algorithm ?? "", ModelName = Algorithm ?? "" }).ToRequest(),
                StoredModel = ModelName,
                RunId = RunId,
                RelevantFrom = RelevantFrom,
                SegmentBy = SegmentBy ?? Named,
                SegmentColumn = SegmentColumn,
                TimeSplit = !NoTimeSplit,
            },
            DatabaseOrNone, observer, cancellation);
    }

    private UserSegment[] Named =>
    [
        UserSegment.History,
        .. ClusterModel is null ? Array.Empty<UserSegment>() : [UserSegment.Cluster],
        .. SegmentColumn is null ? Array.Empty<UserSegment>() : [UserSegment.Column],
    ];
}
