using RecTools.Algorithms;
using RecTools.Data;

namespace RecTools.Training;

/// <summary>What a stored model tells of itself and of the rows that it was fitted on.</summary>
internal sealed record ModelParts
{
    /// <summary>The stored version.</summary>
    public required ModelInfo Info { get; init; }

    /// <summary>The database, without secrets.</summary>
    public required string Database { get; init; }

    /// <summary>Where its rows come from, in words; null where that is not known.</summary>
    public string? Source { get; private init; }

    /// <summary>Its rows; null where it holds none.</summary>
    public DataSummary? Data { get; private init; }

    /// <summary>Its rules; null where it has none.</summary>
    public IReadOnlyList<AssociationRule>? Rules { get; private init; }

    /// <summary>Recommendations of a few users.</summary>
    public IReadOnlyList<Recommendation> Samples { get; private init; } = [];

    /// <summary>The groups as they are now; null where it finds none, or its customers cannot be read any more.</summary>
    public IReadOnlyList<Cluster>? Clusters { get; private init; }

    /// <summary>The customers in the plane.</summary>
    public FigureBlock? Scatter { get; private init; }

    /// <summary>How groups were merged.</summary>
    public FigureBlock? Tree { get; private init; }

    /// <summary>What could not be shown, and why.</summary>
    public IReadOnlyList<string> Notices { get; private init; } = [];

    /// <summary>Reads a stored model.</summary>
    /// <param name="database">Where it is.</param>
    /// <param name="info">Which version.</param>
    /// <param name="content">Its content.</param>
    /// <param name="observer">Hears warnings.</param>
    /// <param name="workers">Threads and cancellation.</param>
    /// <exception cref="RecException">What reading a model throws.</exception>
    public static ModelParts Of(Database database, ModelInfo info, byte[] content, IRunObserver observer, Workers workers)
    {
        var parts = new ModelParts { Info = info, Database = database.Connection.ToString() };
        return StoredModels.Load(content) switch
        {
            StoredModel model => parts.With(model, workers),
            StoredClusters clusters => parts.With(clusters, database, observer, workers),
            _ => parts,
        };
    }

    private ModelParts With(StoredModel model, Workers workers)
    {
        var source = model.Source?.ToString() ?? "the rows stored with the model";
        return this with
        {
            Source = source,
            Data = DataSummaries.Of(model.Data, source),
            Rules = model.Recommender.As<IRuleModel>() is { } rules ? [.. Enumerable.Range(0, rules.Rules.Count).Select(rule => RuleRecord.Of(rules.Rules, rule, model.Data))] : null,
            Samples = model.Data.UsersAreBaskets ? [] : SamplesOf(model, workers),
        };
    }

    private Recommendation[] SamplesOf(StoredModel model, Workers workers) => SampleLists.Of(
        new ListServer(model, Info.Name, new ListRules { Seen = model.Data.Matrix }, workers), model.Data, Enumerable.Range(0, model.Data.Users.Count));

    private ModelParts With(StoredClusters model, Database database, IRunObserver observer, Workers workers)
    {
        var source = model.Source.ToString();
        var parts = this with { Source = source };
        try
        {
            var (groups, _) = ClusterPlacement.Place(model, null, 1, database, new MemoryBudget(0), workers, observer);
            parts = parts with { Clusters = groups.Profiles, Scatter = ClusterBlocks.Scatter(groups, source, workers) };
        }
        catch (RecException error) when (error.Kind != RecErrorKind.Cancelled)
        {
            parts = parts with { Notices = [$"The customers cannot be read any more, so that only what was recorded is shown. {error.Message}"] };
        }

        return parts with { Tree = TreeOf(model, source) };
    }

    // The groups that the cut makes have the numbers of the model's groups: both are numbered by their sizes.
    private static FigureBlock? TreeOf(StoredClusters model, string source)
    {
        if (model.Tree is not { } tree || model.Centers.Count > tree.LeafCount)
        {
            return null;
        }

        var cut = TreeCut.ByCount(tree, model.Centers.Count);
        var clusterOf = Clustering.Renumber(cut.ToPoints(tree), cut.GroupCount);
        var sizes = clusterOf.CountBy(cluster => cluster).ToDictionary();
        PlotCluster[] clusters = [.. model.Labels.Select((label, cluster) => new PlotCluster(cluster + 1, label, sizes.GetValueOrDefault(cluster)))];
        return ClusterBlocks.Tree(tree, clusterOf, clusters, nameOf: null, source);
    }
}
