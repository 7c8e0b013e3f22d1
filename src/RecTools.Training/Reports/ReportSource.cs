using RecTools.Algorithms;
using RecTools.Data;

namespace RecTools.Training;

/// <summary>Reads from the database what it knows of runs and models, for their reports.</summary>
/// <param name="connection">The database; null without one.</param>
/// <param name="observer">Hears warnings.</param>
/// <param name="cancellation">Stops it.</param>
internal sealed class ReportSource(RecConnection? connection, IRunObserver observer, CancellationToken cancellation)
{
    /// <summary>The report of a stored model with the run that made it.</summary>
    /// <exception cref="RecException"><c>NotConnected</c>, <c>ModelNotFound</c> and what reading a model throws.</exception>
    public Report OfModel(string name, long? runId) => With(database =>
    {
        var (info, content) = new ModelStore(database).Load(name, runId);
        return RunReport.Of(new RunFacts { Record = Find(database, info.RunId) }, Parts(database, info, content));
    });

    /// <summary>The report of a recorded run, with its model where that is still stored.</summary>
    /// <exception cref="RecException"><c>NotConnected</c>, <c>RunNotFound</c>.</exception>
    public Report OfRun(long runId, TrainingResult? result) => With(database =>
    {
        var record = Find(database, runId);
        return RunReport.Of(new RunFacts { Record = record, Result = result }, PartsOf(database, record));
    });

    /// <summary>The report of a run that a caller has: with all that the database knows of it, where there is one.</summary>
    public Report OfRun(RunInfo run) => connection is null ? RunReport.Of(new RunFacts { Record = run }, null) : OfRun(run.RunId, result: null);

    /// <summary>The report of what a run gave back.</summary>
    public Report OfResult(TrainingResult result) =>
        connection is not null && result.RunId is { } runId ? OfRun(runId, result) : RunReport.Of(new RunFacts { Result = result }, null);

    private static RunInfo Find(Database database, long runId) => new RunStore(database).Find(null, runId, 1, detail: true) is [var run] ? run : throw new RecException(
        "RunNotFound", RecErrorKind.NotFound, $"There is no run {runId} in {database.Connection.DataSource}.", "Get-RecRun lists the runs.", runId);

    private ModelParts? PartsOf(Database database, RunInfo run)
    {
        var store = new ModelStore(database);
        if (!store.Find(run.ModelName, allVersions: true).Any(model => model.RunId == run.RunId))
        {
            return null;
        }

        var (info, content) = store.Load(run.ModelName, run.RunId);
        return Parts(database, info, content);
    }

    private ModelParts Parts(Database database, ModelInfo info, byte[] content) => ModelParts.Of(database, info, content, observer, new Workers(0, cancellation));

    private T With<T>(Func<Database, T> work) => RunHistory.With(
        connection ?? throw RecException.Configuration("NotConnected", "No database is connected.", "Run Connect-RecDatabase first, or give -Connection."), work);
}
