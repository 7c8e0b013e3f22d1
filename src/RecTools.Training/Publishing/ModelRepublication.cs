using RecTools.Algorithms;
using RecTools.Data;

namespace RecTools.Training;

/// <summary>
/// Publishes a stored model again, as a run of its own: a recommender scores everybody, or those whose rows have changed; groups take the customers
/// as they are now.
/// </summary>
public static class ModelRepublication
{
    /// <summary>Publishes.</summary>
    /// <param name="request">What to publish.</param>
    /// <param name="connection">Where the model is.</param>
    /// <param name="observer">Hears progress and warnings.</param>
    /// <param name="cancellation">Stops it; the last publication stays.</param>
    /// <exception cref="RecException"><c>ModelNotFound</c>, <c>ModelBusy</c>, <c>SourceUnused</c>, <c>SourceGone</c>, <c>NothingPublished</c> and what reading throws.</exception>
    public static PublishResult Execute(PublishRequest request, RecConnection connection, IRunObserver observer, CancellationToken cancellation)
    {
        var clock = new StageClock(observer);
        using var database = QuerySource.Open(connection, request.QueryParameters, observer);
        SchemaCheck.Ensure(database);
        database.CheckWritable();
        var (info, content) = new ModelStore(database).Load(request.ModelName, request.RunId);
        var model = StoredModels.Load(content);
        Check(request, info, model);
        return RecordedRun.Execute(
            database, info.Name, info.Algorithm, model.OptionsJson, observer,
            record =>
            {
                observer.Started(new RunStart(
                    record!.RunId, info.Name, info.Algorithm, $"version {info.RunId} of the model", connection.ToString(), typeof(ModelRepublication).Assembly.GetName().Version!.ToString(3)));
                var prepared = clock.Run("Prepare", () => Prepare(request, info, model, database, new Workers(request.Threads, cancellation), observer), ready => ready.Rows?.RowsRead ?? 0);
                var result = clock.Run("Publish", () => Publish(prepared, request, database, record, observer, cancellation), done => done.Published.Sum(table => table.RowCount));
                return result with { Elapsed = clock.Elapsed };
            },
            cancellation);
    }

    private static void Check(PublishRequest request, ModelInfo info, IStoredModel model)
    {
        ListRequestChecker.Check(request.Lists, model.Algorithm);
        QualityGate.CheckRequest(new GateRequest { MaxChurn = request.MaxChurn }, new SplitRequest(), publishes: true);
        if (model is StoredModel && request.Source is not null && !request.OnlyChanged)
        {
            throw RecException.Configuration(
                "SourceUnused", $"The model '{info.Name}' ({info.Algorithm}) holds what it recommends from; a source is for models that find groups, and for -OnlyChanged.",
                "Leave -Table, -Query and -Path out, give -OnlyChanged, or train it again on the source with Invoke-RecTraining.", request.Source.ToString());
        }

        if (request.OnlyChanged && model is not StoredModel { Data.UsersAreBaskets: false })
        {
            throw RecException.Configuration(
                "OnlyChangedUnused", $"The model '{info.Name}' ({info.Algorithm}) has no users whose recommendations could be kept.", "Leave -OnlyChanged out.", info.Name);
        }
    }

    private static PreparedResult Prepare(
        PublishRequest request, ModelInfo info, IStoredModel model, Database database, Workers workers, IRunObserver observer)
    {
        var budget = new MemoryBudget(request.MemoryLimit);
        if (model is StoredClusters clusters)
        {
            var (groups, rows) = ClusterPlacement.Place(clusters, SourceOf(request, clusters.Source), request.MaxRejected, database, budget, workers, observer);
            return new PreparedResult(model, new ClusterTables(groups, clusters.Tree, areLeaves: false)) { Rows = rows, Clusters = [.. groups.Profiles] };
        }

        var recommender = (StoredModel)model;
        var reader = new ListRuleReader(request.Lists, recommender.Source, database, budget, observer, workers.Cancellation)
        {
            OfSomeUsers = request.OnlyChanged,
        };
        if (request.OnlyChanged)
        {
            return ChangedUserPublication.Prepare(request, info, recommender, SourceOf(request, recommender.Source), reader, database, budget, workers, observer);
        }

        var rules = reader.Read(recommender.Data).WithLikeness(recommender.Data, recommender.Data.Matrix, workers);
        return new PreparedResult(model, new RecommenderTables(recommender, ToTraining(request), rules, workers));
    }

    private static PublishResult Publish(
        PreparedResult prepared, PublishRequest request, Database database, RunRecord record, IRunObserver observer, CancellationToken cancellation)
    {
        var rows = prepared.Rows;
        PublicationChange? change = null;
        void Inspect(PublicationChange? found)
        {
            change = found;
            record.Measured = found?.Metrics ?? [];
            new QualityGate(new GateRequest { MaxChurn = request.MaxChurn }, request.ModelName).CheckChurn(found);
        }

        RunOutcome Outcome(long written, string hash) => new()
        {
            Status = RunStatus.Succeeded,
            EndedAt = DateTime.UtcNow,
            RowsRead = rows?.RowsRead ?? 0,
            RowsRejected = rows?.Rejected.Count ?? 0,
            RowsWritten = written,
            ResultHash = hash,
            Metrics = [.. prepared.Tables.Facts, .. change?.Metrics ?? []],
            Rejected = rows is null ? [] : [.. rows.Rejected.ToArray(), .. rows.LeftOut.ToArray()],
        };

        using var resultHash = new ResultHash();
        resultHash.Add(prepared.Model);
        var (published, finished) = ModelPublisher.Publish(
            database, record, request.ModelName, prepared.Model, prepared.Tables, resultHash, request.KeepVersions, Inspect, Outcome, observer, cancellation);
        return new PublishResult
        {
            RunId = record.RunId,
            ModelName = request.ModelName,
            Algorithm = prepared.Model.Algorithm.Name,
            RowsRead = rows?.RowsRead ?? 0,
            Rejected = rows?.Rejected.ToArray() ?? [],
            ChangedUsers = prepared.ChangedUsers,
            GoneUsers = prepared.GoneUsers,
            Clusters = prepared.Clusters,
            ResultHash = finished,
            Elapsed = TimeSpan.Zero,
            Published = [.. published],
        };
    }

    // Another table with the columns of the model's own.
    private static InteractionSource? SourceOf(PublishRequest request, InteractionSource? own) => request.Source is not { } other ? own
        : (own ?? new InteractionSource()) with { Table = other.Table, Query = other.Query, Path = other.Path };

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
