using RecTools.Data;

namespace RecTools.Training;

/// <summary>A run's life in the database: the model is held, dead runs are swept, the row is opened before the work and closed after it.</summary>
internal sealed class RunRecord : IDisposable
{
    private readonly Database database;
    private readonly RunStore runs;
    private readonly string modelName;
    private readonly IDisposable modelLock;
    private readonly IRunObserver observer;
    private bool closed;

    private RunRecord(Database database, string modelName, string algorithm, string optionsJson, IRunObserver observer)
    {
        this.database = database;
        this.modelName = modelName;
        this.observer = observer;
        runs = new RunStore(database);
        modelLock = database.LockModel(modelName);
        try
        {
            RunId = runs.Begin(modelName, algorithm, optionsJson, DateTime.UtcNow);
            var dead = runs.CloseAbandoned(modelName, RunId);
            var orphans = Publication.Sweep(database, modelName);
            if (dead > 0 || orphans > 0)
            {
                observer.Warning($"{dead} earlier run(s) of '{modelName}' had died without an end; they are marked as failed, and {orphans} table(s) they left were dropped.");
            }

            Publication = new Publication(database, RunId, modelName);
        }
        catch
        {
            modelLock.Dispose();
            throw;
        }
    }

    /// <summary>Number of the run.</summary>
    public long RunId { get; }

    /// <summary>What it publishes.</summary>
    public Publication Publication { get; }

    /// <summary>What has been measured so far: a run that a gate stops tells it too.</summary>
    public IReadOnlyList<MetricValue> Measured { get; set; } = [];

    /// <summary>A model to keep although the run fails; null for none.</summary>
    public IStoredModel? Aside { get; set; }

    /// <summary>Opens a run; returns null where there is no database.</summary>
    public static RunRecord? Open(Database? database, string modelName, string algorithm, string optionsJson, IRunObserver observer) =>
        database is null ? null : new RunRecord(database, modelName, algorithm, optionsJson, observer);

    /// <summary>Writes down which algorithm with which settings the run goes on with, where it chose itself.</summary>
    public void SetModel(string algorithm, string optionsJson) => runs.SetModel(RunId, algorithm, optionsJson);

    /// <summary>Flips the views and closes the run in one transaction.</summary>
    public IReadOnlyList<PublishedTable> Commit(RunOutcome outcome, int keepVersions)
    {
        var published = Publication.Commit(outcome, keepVersions);
        closed = true;
        return published;
    }

    /// <summary>Closes a run that publishes nothing.</summary>
    public void Close(RunOutcome outcome)
    {
        runs.Close(RunId, outcome);
        closed = true;
    }

    /// <summary>Closes a run that an error ended, dropping what it had loaded. Never hides that error behind one of its own.</summary>
    public void Fail(RunOutcome outcome)
    {
        if (closed)
        {
            return;
        }

        try
        {
            Publication.Abandon();
            if (Aside is { } model)
            {
                new ModelStore(database).AddAside(modelName, RunId, model.Algorithm.Name, model.Format, model.Save());
            }

            Close(outcome with { Metrics = Measured });
        }
        catch (Exception error)
        {
            var reason = (database.Explain(error) ?? error).Message;
            observer.Warning($"Run {RunId} failed, and its record could not be closed either ({reason}); the next run of the model will do so.");
        }
    }

    /// <summary>Forgets old runs of the model; a failure to do so is no failure of the run.</summary>
    /// <param name="keep">Records to keep; 0 for all.</param>
    public void ForgetOld(int keep)
    {
        if (keep <= 0)
        {
            return;
        }

        try
        {
            runs.Forget(modelName, keep);
        }
        catch (RecException error)
        {
            observer.Warning($"Records of old runs could not be removed: {error.Message}");
        }
    }

    /// <summary>Lets go of the model.</summary>
    public void Dispose() => modelLock.Dispose();
}
