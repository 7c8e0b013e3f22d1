using System.Data.Common;

namespace RecTools.Data;

/// <summary>The tables Run, Metric, TrainingStep and RejectedRow.</summary>
public sealed class RunStore(Database database)
{
    // The runs last: the others point at them.
    private static readonly string[] TablesOfRuns = ["Metric", "TrainingStep", "RejectedRow", "Run"];

    /// <summary>Writes the row of a run that begins, in a transaction of its own.</summary>
    /// <returns>Its number.</returns>
    public long Begin(string modelName, string algorithm, string optionsJson, DateTime startedAt) => database.Guard(() => Convert.ToInt64(
        database.Scalar(
            database.Statements["Run/Insert"],
            ("ModelName", modelName),
            ("Algorithm", algorithm),
            ("Options", optionsJson),
            ("StartedAt", startedAt),
            ("Host", Environment.MachineName),
            ("Version", typeof(RunStore).Assembly.GetName().Version!.ToString(3))),
        null));

    /// <summary>Writes down which algorithm with which settings a run goes on with.</summary>
    public void SetModel(long runId, string algorithm, string optionsJson) => database.Guard(() => database.Execute(
        database.Statements["Run/SetModel"], ("Algorithm", algorithm), ("Options", optionsJson), ("RunId", runId)));

    /// <summary>Marks runs of the model that are still open as failed (<c>RunAbandoned</c>). Call only while holding the model's lock.</summary>
    /// <returns>How many there were.</returns>
    public int CloseAbandoned(string modelName, long exceptRunId) => database.Guard(() => database.Execute(
        database.Statements["Run/CloseAbandoned"], ("EndedAt", DateTime.UtcNow), ("ModelName", modelName), ("RunId", exceptRunId)));

    /// <summary>Closes a run that did not come to publish, and writes its metrics, steps and rejected rows: one transaction.</summary>
    public void Close(long runId, RunOutcome outcome) => database.InTransaction(() => CloseWithin(runId, outcome));

    /// <summary>Forgets old runs of a model with all that was recorded of them, but for those of versions that are kept: one transaction.</summary>
    /// <param name="modelName">The model.</param>
    /// <param name="keep">Runs to keep, the newest first.</param>
    /// <returns>How many were forgotten.</returns>
    public int Forget(string modelName, int keep) => database.InTransaction(() =>
    {
        var runs = database.Select(static reader => reader.GetInt64(0), database.Statements["Run/Ids"], ("ModelName", modelName));
        if (runs.Count <= keep)
        {
            return 0;
        }

        var forgotten = 0;
        foreach (var table in TablesOfRuns)
        {
            forgotten = database.Execute(
                database.Statements["Run/Forget"].Replace("{Table}", database.QuoteOwn(database.OwnName(table)), StringComparison.Ordinal),
                ("ModelName", modelName), ("Oldest", runs[keep - 1]));
        }

        return forgotten;
    });

    /// <summary>Runs, newest first.</summary>
    /// <param name="modelName">One model; null for all. May hold wildcards * and ?.</param>
    /// <param name="runId">One run; null for all.</param>
    /// <param name="last">How many at most; 0 for all.</param>
    /// <param name="detail">Whether metrics, steps and rejected rows come along.</param>
    public IReadOnlyList<RunInfo> Find(string? modelName, long? runId, int last, bool detail) => database.Guard(() =>
    {
        var runs = database.Select(
            ToRun,
            database.Statements["Run/Find"],
            ("ModelName", LikePattern.Of(modelName)),
            ("RunId", runId),
            ("Last", last > 0 ? (long)last : long.MaxValue));
        return detail ? runs.ConvertAll(WithDetail) : runs;
    });

    /// <summary>As <see cref="Close"/>, within a transaction that is open.</summary>
    internal int CloseWithin(long runId, RunOutcome outcome)
    {
        foreach (var metric in outcome.Metrics)
        {
            database.Execute(
                database.Statements["Run/InsertMetric"],
                ("RunId", runId), ("Split", metric.Split), ("Name", metric.Name), ("K", metric.K), ("Value", metric.Value), ("Lower", metric.Lower), ("Upper", metric.Upper));
        }

        foreach (var step in outcome.Steps)
        {
            database.Execute(
                database.Statements["Run/InsertStep"],
                ("RunId", runId), ("Step", step.Step), ("Loss", step.Loss), ("Seconds", step.Seconds), ("Metric", step.Metric), ("Validation", step.Validation));
        }

        foreach (var rejected in outcome.Rejected)
        {
            database.Execute(
                database.Statements["Run/InsertRejected"], ("RunId", runId), ("Reason", rejected.Reason), ("Count", rejected.Count), ("Example", rejected.Example));
        }

        return database.Execute(
            database.Statements["Run/Close"],
            ("RunId", runId),
            ("Status", outcome.Status),
            ("EndedAt", outcome.EndedAt),
            ("RowsRead", outcome.RowsRead),
            ("RowsRejected", outcome.RowsRejected),
            ("RowsWritten", outcome.RowsWritten),
            ("InputHash", outcome.InputHash),
            ("ResultHash", outcome.ResultHash),
            ("ErrorId", outcome.ErrorId),
            ("ErrorMessage", outcome.ErrorMessage));
    }

    private static RunInfo ToRun(DbDataReader reader) => new()
    {
        RunId = reader.GetInt64(0),
        ModelName = reader.GetString(1),
        Algorithm = reader.GetString(2),
        Status = Enum.Parse<RunStatus>(reader.GetString(3)),
        Options = reader.TextOrNull(4),
        StartedAt = reader.Utc(5),
        EndedAt = reader.IsDBNull(6) ? null : reader.Utc(6),
        RowsRead = reader.GetInt64(7),
        RowsRejected = reader.GetInt64(8),
        RowsWritten = reader.GetInt64(9),
        Host = reader.TextOrNull(10),
        Version = reader.TextOrNull(11),
        InputHash = reader.TextOrNull(12),
        ResultHash = reader.TextOrNull(13),
        ErrorId = reader.TextOrNull(14),
        ErrorMessage = reader.TextOrNull(15),
        IsCurrent = reader.GetInt32(16) == 1,
    };

    private RunInfo WithDetail(RunInfo run) => run with
    {
        Metrics = [.. database.Select(
            static reader => new MetricValue(
                reader.GetString(0), reader.GetString(1), reader.IsDBNull(2) ? null : reader.GetInt32(2), reader.GetDouble(3), reader.DoubleOrNull(4), reader.DoubleOrNull(5)),
            database.Statements["Run/Metrics"], ("RunId", run.RunId))],
        Steps = [.. database.Select(
            static reader => new TrainingStep(reader.GetInt32(0), reader.GetDouble(1), reader.GetDouble(2), reader.TextOrNull(3), reader.DoubleOrNull(4)),
            database.Statements["Run/Steps"], ("RunId", run.RunId))],
        Rejected = [.. database.Select(
            static reader => new RejectedRows(reader.GetString(0), reader.GetInt64(1), reader.GetString(2)), database.Statements["Run/Rejected"], ("RunId", run.RunId))],
    };
}
