using System.Diagnostics;
using System.Globalization;
using System.Management.Automation;

namespace RecTools.PowerShell;

/// <summary>The lines that an unattended run leaves in the log of a job: its start, each stage with seconds and rows, and how it ended.</summary>
/// <remarks>They go the way of Write-Host, so that standard output has them under every host and <c>6&gt;</c> redirects them.</remarks>
internal sealed class RunLog
{
    private static readonly string[] HostTags = ["PSHOST", "RecTools"];
    private readonly Cmdlet cmdlet;
    private readonly long opened = Stopwatch.GetTimestamp();
    private int warnings;

    private RunLog(Cmdlet cmdlet) => this.cmdlet = cmdlet;

    /// <summary>A log where nobody watches: the run is told what to do by a file, or the program was started with -NonInteractive. Null elsewhere.</summary>
    public static RunLog? Open(Cmdlet cmdlet, bool hasJobFile = false) => hasJobFile || IsNonInteractive() ? new RunLog(cmdlet) : null;

    /// <summary>Writes the first line.</summary>
    public void Start(RunStart run) => Write(
        $"Start: model {run.ModelName}, {run.Algorithm} from {run.Source}{(run.Database is null ? "" : $" in {run.Database}")}, RecTools {run.Version}{(run.RunId is null ? "" : $", run {run.RunId}")}");

    /// <summary>Writes the line of a stage.</summary>
    public void Stage(StageEnd stage) => Write(string.Create(
        CultureInfo.InvariantCulture, $"{stage.Stage}: {stage.Time.TotalSeconds:N2} s{(stage.Rows is null ? "" : $", {stage.Rows:N0} rows")}"));

    /// <summary>Takes note of a warning, which has a stream of its own.</summary>
    public void CountWarning() => warnings++;

    /// <summary>Does the work and writes the last line, whatever happens.</summary>
    public TrainingResult? Close(Func<TrainingResult?> work) => Close(work, result => End(result.Status, result.Published, result.Metrics));

    /// <inheritdoc cref="Close(Func{TrainingResult?})"/>
    public PublishResult? Close(Func<PublishResult?> work) => Close(work, result => End(RunStatus.Succeeded, result.Published, []));

    private T? Close<T>(Func<T?> work, Func<T, string> end)
        where T : class
    {
        try
        {
            var result = work();
            if (result is not null)
            {
                Write(end(result));
            }

            return result;
        }
        catch (RecException error)
        {
            var (word, code) = error.Kind switch
            {
                RecErrorKind.Configuration => ("Failed", 2),
                RecErrorKind.Gate => ("Rejected", 3),
                RecErrorKind.Cancelled => ("Cancelled", 4),
                _ => ("Failed", 1),
            };
            try
            {
                Write($"{word}{Tail()}; exit code {code} ({error.ErrorId}): {error.Message} {error.Action}");
            }
            catch (PipelineStoppedException)
            {
                // After Ctrl-C nothing may be written; the error says the same.
            }

            throw;
        }
    }

    private string End(RunStatus status, PublishedTable[] tables, MetricValue[] metrics)
    {
        var measured = string.Join(", ", metrics.Where(metric => metric.Split is "Holdout" or "Test").Select(metric => metric.ToString()));
        var published = tables.Length == 0 ? "nothing published"
            : string.Create(CultureInfo.InvariantCulture, $"{tables.Sum(table => table.RowCount):N0} rows published in {string.Join(", ", tables.Select(table => table.Name))}");
        return $"{status}{Tail()}; {published}{(measured.Length == 0 ? "" : $"; {measured}")}";
    }

    private string Tail() => string.Create(
        CultureInfo.InvariantCulture, $" after {Stopwatch.GetElapsedTime(opened).TotalSeconds:N2} s{(warnings == 0 ? "" : $", {warnings} warning(s)")}");

    private void Write(string line) => cmdlet.WriteInformation(
        new HostInformationMessage { Message = $"{DateTime.Now.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture)} {line.ReplaceLineEndings(" ")}" }, HostTags);

    // pwsh takes any beginning of the name that is clear.
    private static bool IsNonInteractive() => Environment.GetCommandLineArgs().Skip(1)
        .Any(word => word.TrimStart('-', '/') is { Length: >= 4 } name && word.Length > name.Length && "NonInteractive".StartsWith(name, StringComparison.OrdinalIgnoreCase));
}
