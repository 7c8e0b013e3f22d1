using System.Text.Json;
using RecTools.Algorithms;
using RecTools.Data;

namespace RecTools.Training;

/// <summary>One run, start to end: check, read, split, fit, measure, fit again, score, publish, with its record in the run table.</summary>
public sealed class TrainingRun
{
    private readonly TrainingRequest request;
    private readonly IRecommenderAlgorithm algorithm;
    private readonly object options;
    private readonly string optionsJson;
    private readonly IRunObserver observer;
    private readonly CancellationToken cancellation;
    private readonly StageClock clock;
    private readonly MemoryBudget budget;
    private readonly Workers workers;

    private TrainingRun(TrainingRequest request, IRunObserver observer, CancellationToken cancellation)
    {
        this.request = request;
        this.observer = observer;
        this.cancellation = cancellation;
        (algorithm, options) = RequestChecker.Check(request);
        optionsJson = JsonSerializer.Serialize(OptionBinder.ToDictionary(options));
        clock = new StageClock(observer);
        budget = new MemoryBudget(request.MemoryLimit);
        workers = new Workers(request.Threads, cancellation);
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
        var run = new TrainingRun(request, observer, cancellation);
        if (connection is null && request.Publish)
        {
            throw RecException.Configuration(
                "ConnectionNeeded", "No database is connected, so there is nowhere to publish to.",
                "Run Connect-RecDatabase first, give -Connection, or give -NoPublish to measure only.");
        }

        using var database = connection is null ? null : Database.Open(connection);
        if (database is not null)
        {
            SchemaCheck.Ensure(database);
        }

        using var record = RunRecord.Open(database, request.ModelName, run.algorithm.Name, run.optionsJson, observer);
        try
        {
            return run.Execute(database, record);
        }
        catch (Exception error)
        {
            var explained = Explain(error, database, cancellation);
            record?.Fail(new RunOutcome
            {
                Status = explained.Kind switch
                {
                    RecErrorKind.Cancelled => RunStatus.Cancelled,
                    RecErrorKind.Gate => RunStatus.Rejected,
                    _ => RunStatus.Failed,
                },
                EndedAt = DateTime.UtcNow,
                ErrorId = explained.ErrorId,
                ErrorMessage = $"{explained.Message} {explained.Action}",
            });
            throw ReferenceEquals(explained, error) ? Rethrown(error) : explained;
        }
    }

    private TrainingResult Execute(Database? database, RunRecord? record)
    {
        var data = clock.Run("Read", () => TrainingData.Read(request, algorithm, options, database, budget, observer, cancellation));
        var inputHash = data.Train.ComputeHash();
        budget.CheckFit(algorithm, options, data.Train.Matrix, workers.Threads, observer);
        var fitted = FittedModel.Fit(request, algorithm, options, data, workers, budget.Limit, clock, observer);
        using var hash = new ResultHash();
        var model = new StoredModel(algorithm, optionsJson, fitted.Data, fitted.Recommender);
        var content = model.Save();
        hash.Add(content);
        hash.Add(fitted.Metrics);

        RunOutcome Outcome(long rowsWritten, string resultHash) => new()
        {
            Status = RunStatus.Succeeded,
            EndedAt = DateTime.UtcNow,
            RowsRead = data.Rows.RowsRead,
            RowsRejected = data.Rows.Rejected.Count,
            RowsWritten = rowsWritten,
            InputHash = inputHash,
            ResultHash = resultHash,
            Metrics = fitted.Metrics,
            Steps = fitted.Steps,
            Rejected = [.. data.Rows.Rejected.ToList(), .. data.Rows.LeftOut.ToList()],
        };

        IReadOnlyList<PublishedTable> published = [];
        string resultHash;
        if (record is not null && request.Publish)
        {
            (published, resultHash) = clock.Run("Publish", () =>
                new ModelPublisher(database!, record, request, workers, observer).Publish(model, content, hash, Outcome));
        }
        else
        {
            resultHash = hash.Finish();
            record?.Close(Outcome(0, resultHash));
        }

        return new TrainingResult
        {
            RunId = record?.RunId,
            ModelName = request.ModelName,
            Algorithm = algorithm.Name,
            Status = RunStatus.Succeeded,
            RowsRead = data.Rows.RowsRead,
            RowsRejected = data.Rows.Rejected.Count,
            Rejected = data.Rows.Rejected.ToList(),
            LeftOut = data.Rows.LeftOut.ToList(),
            InteractionCount = data.Train.Matrix.EntryCount,
            Duplicates = data.Duplicates,
            UserCount = fitted.Data.Users.Count,
            ItemCount = fitted.Data.Items.Count,
            Options = OptionBinder.ToDictionary(options),
            Metrics = fitted.Metrics,
            Steps = fitted.Steps,
            Elapsed = clock.Elapsed,
            Stages = clock.Stages,
            InputHash = inputHash,
            ResultHash = resultHash,
            Published = published,
        };
    }

    private static RecException Explain(Exception error, Database? database, CancellationToken cancellation) => error switch
    {
        RecException known => known,
        _ when cancellation.IsCancellationRequested => new RecException(
            "RunCancelled", RecErrorKind.Cancelled, "The run was cancelled; nothing of it was published.", "Run it again when it suits.", null, error),
        OutOfMemoryException => new RecException(
            "OutOfMemory", RecErrorKind.Limit, "The machine ran out of memory.", "Use fewer rows or factors, or a larger machine.", null, error),
        _ => database?.Explain(error) ?? new RecException(
            "Unexpected", RecErrorKind.Data, $"Something unexpected happened: {error.Message}", "Please report it with the text of $Error[0].Exception.InnerException.", null, error),
    };

    private static Exception Rethrown(Exception error)
    {
        System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(error);
        return error;
    }
}
