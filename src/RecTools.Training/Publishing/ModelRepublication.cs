using System.Diagnostics;
using RecTools.Algorithms;
using RecTools.Data;

namespace RecTools.Training;

/// <summary>Publishes a stored model again, as a run of its own: a recommender scores everybody, groups take the customers as they are now.</summary>
public static class ModelRepublication
{
    /// <summary>Publishes.</summary>
    /// <param name="request">What to publish.</param>
    /// <param name="connection">Where the model is.</param>
    /// <param name="observer">Hears progress and warnings.</param>
    /// <param name="cancellation">Stops it; the last publication stays.</param>
    /// <exception cref="RecException"><c>ModelNotFound</c>, <c>ModelBusy</c>, <c>SourceUnused</c>, <c>SourceGone</c> and what reading throws.</exception>
    public static PublishResult Execute(PublishRequest request, RecConnection connection, IRunObserver observer, CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        using var database = Database.Open(connection);
        SchemaCheck.Ensure(database);
        var (info, content) = new ModelStore(database).Load(request.ModelName, request.RunId);
        var model = StoredModels.Load(content);
        if (model is not StoredClusters && request.Source is not null)
        {
            throw RecException.Configuration(
                "SourceUnused", $"The model '{info.Name}' ({info.Algorithm}) holds what it recommends from; a source is for models that find groups.",
                "Leave -Table, -Query and -Path out, or train it again on the source with Invoke-RecTraining.", request.Source.ToString());
        }

        return RecordedRun.Execute(
            database, info.Name, info.Algorithm, model.OptionsJson, observer,
            record => Publish(request, model, database, record!, observer, new Workers(request.Threads, cancellation)) with
            {
                Elapsed = Stopwatch.GetElapsedTime(started),
            },
            cancellation);
    }

    private static PublishResult Publish(PublishRequest request, IStoredModel model, Database database, RunRecord record, IRunObserver observer, Workers workers)
    {
        RowTally? rows = null;
        CustomerGroups? groups = null;
        IResultTables tables;
        if (model is StoredClusters clusters)
        {
            var budget = new MemoryBudget(request.MemoryLimit);
            (groups, rows) = ClusterPlacement.Place(clusters, SourceOf(request, clusters), request.MaxRejected, database, budget, workers, observer);
            tables = new ClusterTables(groups, clusters.Tree, areLeaves: false);
        }
        else
        {
            var recommender = (StoredModel)model;
            var rules = new ListRuleReader(request.Lists, null, database, new MemoryBudget(request.MemoryLimit), observer, workers.Cancellation).Read(recommender.Data);
            tables = new RecommenderTables(
                recommender, ToTraining(request), rules.WithLikeness(recommender.Data, recommender.Data.Matrix, workers), workers);
        }

        RunOutcome Outcome(long written, string hash) => new()
        {
            Status = RunStatus.Succeeded,
            EndedAt = DateTime.UtcNow,
            RowsRead = rows?.RowsRead ?? 0,
            RowsRejected = rows?.Rejected.Count ?? 0,
            RowsWritten = written,
            ResultHash = hash,
            Metrics = tables.Facts,
            Rejected = rows is null ? [] : [.. rows.Rejected.ToArray(), .. rows.LeftOut.ToArray()],
        };

        using var resultHash = new ResultHash();
        resultHash.Add(model.Save());
        var (published, finished) = ModelPublisher.Publish(
            database, record, request.ModelName, model, tables, resultHash, request.KeepVersions, Outcome, observer, workers.Cancellation);
        return new PublishResult
        {
            RunId = record.RunId,
            ModelName = request.ModelName,
            Algorithm = model.Algorithm.Name,
            RowsRead = rows?.RowsRead ?? 0,
            Rejected = rows?.Rejected.ToArray() ?? [],
            Clusters = [.. groups?.Profiles ?? []],
            ResultHash = finished,
            Elapsed = TimeSpan.Zero,
            Published = [.. published],
        };
    }

    // Another table with the columns of the model's own.
    private static InteractionSource? SourceOf(PublishRequest request, StoredClusters model) => request.Source is not { } other ? null
        : model.Source with { Table = other.Table, Query = other.Query, Path = other.Path };

    private static TrainingRequest ToTraining(PublishRequest request) => new()
    {
        Algorithm = "",
        ModelName = request.ModelName,
        Source = new InteractionSource(),
        Top = request.Top,
        SimilarTop = request.SimilarTop,
        EvidenceTop = request.EvidenceTop,
        Destination = request.Destination,
        DestinationMode = request.DestinationMode,
    };
}
