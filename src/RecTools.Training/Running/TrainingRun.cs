using System.Text.Json;
using RecTools.Algorithms;
using RecTools.Data;

namespace RecTools.Training;

/// <summary>One run, start to end: check, open the record, do the work, publish, close the record.</summary>
public sealed class TrainingRun
{
    private readonly TrainingRequest request;
    private readonly IAlgorithm algorithm;
    private readonly object options;
    private readonly IRunObserver observer;
    private readonly StageClock clock;
    private readonly MemoryBudget budget;
    private readonly Workers workers;

    private TrainingRun(TrainingRequest request, IRunObserver observer, StopRequest stop)
    {
        this.request = request;
        this.observer = observer;
        (algorithm, options) = RequestChecker.Check(request);
        clock = new StageClock(observer);
        budget = new MemoryBudget(request.MemoryLimit);
        workers = new Workers(request.Threads, stop.Cancellation);
    }

    /// <summary>Runs a request.</summary>
    /// <param name="request">What to do.</param>
    /// <param name="connection">Where to read tables from, keep the record and publish; may be null for a file that is only to be measured.</param>
    /// <param name="observer">Hears progress, warnings and training steps.</param>
    /// <param name="cancellation">Stops the run; the last publication stays.</param>
    /// <returns>What was measured and published.</returns>
    /// <exception cref="RecException">What went wrong and what to do about it; the run's record holds the same.</exception>
    public static TrainingResult Execute(TrainingRequest request, RecConnection? connection, IRunObserver observer, CancellationToken cancellation)
    {
        using var stop = new StopRequest(request.OnCancel, cancellation);
        var run = new TrainingRun(request, observer, stop);
        if (connection is null && request.Publish)
        {
            throw RecException.Configuration(
                "ConnectionNeeded", "No database is connected, so there is nowhere to publish to.",
                "Run Connect-RecDatabase first, give -Connection, or give -NoPublish to measure only.");
        }

        using var database = QuerySource.Open(connection, request.QueryParameters, observer);
        if (database is not null)
        {
            SchemaCheck.Ensure(database);
            if (request.Publish)
            {
                database.CheckWritable();
            }
        }

        var context = new RunContext(
            request, JsonSerializer.Serialize(OptionBinder.ToDictionary(run.options)), database, run.budget, run.workers, stop, run.clock, observer)
        {
            Connection = connection,
        };
        return RecordedRun.Execute(database, request.ModelName, run.algorithm.Name, context.OptionsJson, observer, record => run.Execute(context with { Record = record }), stop.Cancellation);
    }

    private ITrainingWork Work => algorithm switch
    {
        Auto => new AutoTraining((AutoOptions)options),
        IClusterAlgorithm clusters => new ClusterTraining(clusters, options),
        _ => new RecommenderTraining((IRecommenderAlgorithm)algorithm, options),
    };

    private TrainingResult Execute(RunContext context)
    {
        var record = context.Record;
        observer.Started(new RunStart(
            record?.RunId, request.ModelName, algorithm.Name, request.Source.ToString(), context.Connection?.ToString(), typeof(TrainingRun).Assembly.GetName().Version!.ToString(3)));
        var trained = Work.Train(context);
        if (record is not null)
        {
            record.Measured = trained.Metrics;
        }

        var gate = new QualityGate(request.Gates, request.ModelName);
        gate.Check(trained.Metrics, context.Database, observer);
        PublicationChange? change = null;
        using var hash = new ResultHash();
        hash.Add(trained.Fingerprint);
        hash.Add(trained.Metrics);

        // What is known of the lists only once they are loaded comes last.
        IReadOnlyList<MetricValue> MetricsOf() => [.. trained.Metrics, .. trained.Tables.Facts, .. change?.Metrics ?? []];

        RunOutcome Outcome(long rowsWritten, string resultHash) => new()
        {
            Status = RunStatus.Succeeded,
            EndedAt = DateTime.UtcNow,
            RowsRead = trained.Rows.RowsRead,
            RowsRejected = trained.Rows.Rejected.Count,
            RowsWritten = rowsWritten,
            InputHash = trained.InputHash,
            ResultHash = resultHash,
            Metrics = MetricsOf(),
            Steps = trained.Steps,
            Rejected = [.. trained.Rows.Rejected.ToArray(), .. trained.Rows.LeftOut.ToArray()],
        };

        IReadOnlyList<PublishedTable> published = [];
        string resultHash;
        if (record is not null && request.Publish)
        {
            void Inspect(PublicationChange? found)
            {
                change = found;
                record.Measured = MetricsOf();
                gate.CheckChurn(found);
            }

            (published, resultHash) = clock.Run("Publish", () => ModelPublisher.Publish(
                context.Database!, record, request.ModelName, trained.Model, trained.Tables, hash, request.KeepVersions, Inspect, Outcome, observer, context.Cancellation),
                done => done.Published.Sum(table => table.RowCount));
        }
        else
        {
            resultHash = hash.Finish();
            record?.Close(Outcome(0, resultHash));
        }

        record?.ForgetOld(request.KeepRuns);
        return new TrainingResult
        {
            RunId = record?.RunId,
            ModelName = request.ModelName,
            Algorithm = trained.Model.Algorithm.Name,
            Status = RunStatus.Succeeded,
            RowsRead = trained.Rows.RowsRead,
            RowsRejected = trained.Rows.Rejected.Count,
            Rejected = trained.Rows.Rejected.ToArray(),
            LeftOut = trained.Rows.LeftOut.ToArray(),
            InteractionCount = trained.InteractionCount,
            Duplicates = trained.Duplicates,
            UserCount = trained.UserCount,
            ItemCount = trained.ItemCount,
            Options = OptionBinder.ToDictionary(trained.Choice?.Candidate.Options ?? options),
            Choice = trained.Choice?.Reason,
            Trials = [.. trained.Choice?.Trials ?? []],
            Metrics = [.. MetricsOf()],
            Steps = [.. trained.Steps],
            Clusters = [.. trained.Clusters],
            Elapsed = clock.Elapsed,
            Stages = clock.Stages,
            InputHash = trained.InputHash,
            ResultHash = resultHash,
            Published = [.. published],
        };
    }
}
