using System.Globalization;
using RecTools.Algorithms;

namespace RecTools.Training;

/// <summary>Checks everything about a request that can be checked before any work begins.</summary>
public static class RequestChecker
{
    /// <summary>Checks a request.</summary>
    /// <returns>Its algorithm, and the algorithm's settings.</returns>
    /// <exception cref="RecException">Kind <see cref="RecErrorKind.Configuration"/>, with an id that names the parameter.</exception>
    public static (IAlgorithm Algorithm, object Options) Check(TrainingRequest request)
    {
        var algorithm = FindAlgorithm(request.Algorithm);
        ModelNameRule.Check(request.ModelName);
        CheckRows(request);
        CheckBaskets(request, algorithm);
        CheckEntityFeatures(request, algorithm);
        CheckFeatures(request, algorithm);
        ListRequestChecker.Check(request.Lists, algorithm);
        CheckChoice(request, algorithm);
        QualityGate.CheckRequest(request.Gates, request.Split, request.Publish);
        Require(request.OnCancel == CancelAction.Discard || algorithm is IRecommenderAlgorithm { EndsEarly: true },
            "KeepUnused", $"{algorithm.Name} has no training loop that could end early, so -OnCancel {request.OnCancel} cannot be kept.",
            $"Leave -OnCancel out, or use {string.Join(" or ", AlgorithmCatalog.Recommenders.Where(other => other.EndsEarly).Select(other => other.Name))}.", request.OnCancel);
        Require(request.Top >= 1, "TopOutOfRange", $"-Top is {request.Top}; at least one recommendation a user must be written.",
            "Give 1 or more, or -NoPublish to write nothing.", request.Top);
        Require(request.SimilarTop >= 0, "SimilarTopOutOfRange", $"-SimilarTop is {request.SimilarTop}.", "Give 0 to write no similar items, or a number of items.", request.SimilarTop);
        Require(request.EvidenceTop >= 0, "EvidenceTopOutOfRange", $"-EvidenceTop is {request.EvidenceTop}.", "Give 0 to write no evidence, or a number of parts.", request.EvidenceTop);
        Require(request.KeepRuns >= 0, "KeepRunsOutOfRange", $"-KeepRuns is {request.KeepRuns}.", "Give 0 to keep the records of all runs, or how many to keep.", request.KeepRuns);
        Require(request.KeepVersions >= 1, "KeepVersionsOutOfRange", $"-KeepVersions is {request.KeepVersions}; the current version is always kept.",
            "Give 1 or more; 2 or more makes Undo-RecRun possible.", request.KeepVersions);
        return (algorithm, OptionBinder.Bind(algorithm, request.Options));
    }

    /// <summary>Checks what has nothing to do with the algorithm: where rows come from, how they are set aside and measured, and what may be used.</summary>
    /// <exception cref="RecException">Kind <see cref="RecErrorKind.Configuration"/>, with an id that names the parameter.</exception>
    internal static void CheckRows(TrainingRequest request)
    {
        CheckSource(request.Source, "-Table, -Query or -Path");
        if (request.Split.Kind == SplitKind.Given)
        {
            CheckSource(request.Split.TestSource ?? new InteractionSource(), "-TestTable, -TestQuery or -TestPath");
        }

        if (request.ItemFeatures is { } items)
        {
            CheckSource(items.ToSource(), "-ItemTable, -ItemQuery or -ItemPath");
        }

        if (request.UserFeatures is { } users)
        {
            CheckSource(users.ToSource(), "-UserTable, -UserQuery or -UserPath");
        }

        var holdout = request.Split.Holdout;
        Require(request.Split.Kind is SplitKind.None or SplitKind.Given or SplitKind.LastOut || (holdout > 0 && holdout < 1),
            "HoldoutOutOfRange", $"-Holdout is {Show(holdout)}; it is a share of the rows.",
            "Give a number between 0 and 1, such as 0.2, or -Split None to measure nothing.", holdout);
        Require(request.K >= 1, "KOutOfRange", $"-K is {request.K}; ranking metrics look at a list of at least one item.", "Give 1 or more, such as 10.", request.K);
        Require(request.MaxRejected >= 0, "MaxRejectedOutOfRange", $"-MaxRejected is {Show(request.MaxRejected)}.",
            "Give a share of the rows below 1, such as 0.1, or a count of rows from 1 up; 0 allows none.", request.MaxRejected);
        Require(request.Threads >= 0, "ThreadsOutOfRange", $"-Threads is {request.Threads}.", "Give 0 for one thread a core, or a number of threads.", request.Threads);
        Require(request.MemoryLimit >= 0, "MemoryLimitOutOfRange", $"-MemoryLimit is {request.MemoryLimit}.", "Give bytes, such as 2GB, or 0 for three quarters of what is free.", request.MemoryLimit);
    }

    /// <summary>An algorithm by its name.</summary>
    /// <exception cref="RecException"><c>AlgorithmUnknown</c>.</exception>
    internal static IAlgorithm FindAlgorithm(string name)
    {
        if (AlgorithmCatalog.Find(name) is { } algorithm)
        {
            return algorithm;
        }

        var names = AlgorithmCatalog.All.Select(a => a.Name).ToArray();
        var nearest = NearestName.Best(name, names);
        throw RecException.Configuration(
            "AlgorithmUnknown",
            $"There is no algorithm '{name}'." + (nearest is null ? "" : $" Did you mean '{nearest}'?"),
            $"The algorithms are: {string.Join(", ", names)}.",
            name);
    }

    /// <summary>An algorithm that finds groups, by its name.</summary>
    /// <exception cref="RecException"><c>AlgorithmUnknown</c>, or <c>NotAClusterAlgorithm</c>.</exception>
    internal static IClusterAlgorithm FindClusterAlgorithm(string name) => FindAlgorithm(name) as IClusterAlgorithm ?? throw RecException.Configuration(
        "NotAClusterAlgorithm", $"{name} does not find groups of customers.",
        $"Give one of {string.Join(", ", AlgorithmCatalog.All.OfType<IClusterAlgorithm>().Select(algorithm => algorithm.Name))}.", name);

    /// <summary>A recommender, by its name.</summary>
    /// <exception cref="RecException"><c>AlgorithmUnknown</c>, or <c>NotARecommender</c>.</exception>
    internal static IRecommenderAlgorithm FindRecommender(string name) => FindAlgorithm(name) is var found && found is IRecommenderAlgorithm recommender ? recommender : throw RecException.Configuration(
        "NotARecommender",
        found is Auto ? "Auto is no algorithm of its own: Invoke-RecTraining chooses one by it." : $"{name} finds groups of customers; it recommends nothing that could be measured on rows held back.",
        $"Give one of {string.Join(", ", AlgorithmCatalog.Recommenders.Select(algorithm => algorithm.Name))}; Find-RecCluster -As Metric says how good groups are.", name);

    private static void CheckChoice(TrainingRequest request, IAlgorithm algorithm)
    {
        SearchRequestChecker.CheckTime(request.TimeBudget);
        Require(algorithm is Auto || request.Metric is null, "MetricUnused", $"-Metric says what -Algorithm Auto chooses by, and {algorithm.Name} is asked for by name.",
            "Leave -Metric out, or use Auto.", request.Metric);
        if (algorithm is Auto)
        {
            _ = QualityMetric.Parse(request.Metric);
        }
    }

    private static void CheckBaskets(TrainingRequest request, IAlgorithm algorithm)
    {
        Require(algorithm is IRecommenderAlgorithm { WantsBaskets: true } || request.Hierarchy is null,
            "HierarchyUnused", $"{algorithm.Name} does not look at categories of items.", "Leave the hierarchy out, or use AssociationRules.", request.Hierarchy?.ToString() ?? "");
        CheckBasketSource(request.Source, request.Hierarchy);
    }

    /// <summary>Checks what is asked of a source of baskets.</summary>
    /// <exception cref="RecException"><c>SourceUnclear</c>, <c>BasketPerLineNeedsFile</c>.</exception>
    internal static void CheckBasketSource(InteractionSource source, HierarchySource? hierarchy)
    {
        if (hierarchy is not null)
        {
            CheckSource(hierarchy.ToSource(), "-HierarchyTable, -HierarchyQuery or -HierarchyPath");
        }

        Require(!source.BasketPerLine || source.Path is not null,
            "BasketPerLineNeedsFile", "-BasketPerLine is for files, and the source is none.", "Give -Path, or leave it out.", source.ToString());
    }

    private static void CheckEntityFeatures(TrainingRequest request, IAlgorithm algorithm)
    {
        var described = request.ItemFeatures ?? request.UserFeatures;
        Require(algorithm is IRecommenderAlgorithm or Auto || described is null,
            "ItemFeaturesUnused", $"{algorithm.Name} does not look at what describes items or users of a recommender.",
            "Leave -ItemTable, -UserTable and what goes with them out; customers are described by -Feature and -CategoricalFeature.", described?.ToString() ?? "");
        Require(algorithm is not IRecommenderAlgorithm { Features: FeatureUse.Required } || request.ItemFeatures is not null,
            "ItemFeaturesNeeded", $"{algorithm.Name} recommends by what describes the items, and nothing does.",
            "Name a table with one row for each item with -ItemTable, -ItemQuery or -ItemPath.", algorithm.Name);
        Require(algorithm is not IRecommenderAlgorithm { UserFeatures: FeatureUse.None } || request.UserFeatures is null,
            "UserFeaturesUnused", $"{algorithm.Name} does not look at what describes users.",
            $"Leave -UserTable and what goes with it out, or use {string.Join(" or ", AlgorithmCatalog.Recommenders.Where(other => other.UserFeatures != FeatureUse.None).Select(other => other.Name))}.",
            request.UserFeatures?.ToString() ?? "");
    }

    private static void CheckFeatures(TrainingRequest request, IAlgorithm algorithm)
    {
        Require(algorithm is IClusterAlgorithm || request.Features is null,
            "FeaturesUnused", $"{algorithm.Name} does not look at features of customers.",
            "Leave -Feature, -OrderFeature and what goes with them out, or use KMeans or Hierarchical.", algorithm.Name);
        Require(algorithm is IRecommenderAlgorithm { UsesGroups: true } || request.ClusterModel is null,
            "ClustersUnused", $"{algorithm.Name} does not look at groups of users.",
            "Leave -ClusterModel out, or use Popularity; members are a table, so that a JOIN in -Query filters by group for every algorithm.", request.ClusterModel ?? "");
        Require(algorithm is not IClusterAlgorithm || request.Destination is null,
            "DestinationUnused", $"{algorithm.Name} recommends nothing that could be written to a table of your own.",
            "Leave -Destination out; groups and members are published as tables under the model's name.", request.Destination ?? "");
        Require(algorithm is not IClusterAlgorithm || request.Split.Kind != SplitKind.Given,
            "TestSourceUnused", $"{algorithm.Name} is not measured on rows of a test source.", "Leave -TestTable, -TestQuery and -TestPath out.", request.Split.TestSource?.ToString() ?? "");
        FeatureRequestChecker.Check(request.Features ?? new FeatureRequest());
    }

    /// <summary>Checks that a source says exactly once where its rows are.</summary>
    /// <exception cref="RecException"><c>SourceUnclear</c>.</exception>
    internal static void CheckSource(InteractionSource source, string parameters)
    {
        var given = new[] { source.Table, source.Query, source.Path, source.StoredModel }.Count(text => !string.IsNullOrWhiteSpace(text)) + (source.Objects is null ? 0 : 1);
        Require(given == 1, "SourceUnclear", given == 0 ? "No source of rows was given." : "More than one source of rows was given.",
            $"Give exactly one of {parameters}.", source);
    }

    /// <summary>Refuses what does not hold.</summary>
    /// <exception cref="RecException">Kind <see cref="RecErrorKind.Configuration"/>.</exception>
    internal static void Require(bool condition, string errorId, string message, string action, object? target)
    {
        if (!condition)
        {
            throw RecException.Configuration(errorId, message, action, target);
        }
    }

    private static string Show(double value) => value.ToString(CultureInfo.InvariantCulture);
}
