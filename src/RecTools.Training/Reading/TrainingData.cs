using RecTools.Algorithms;
using RecTools.Data;

namespace RecTools.Training;

/// <summary>What was read for one run.</summary>
/// <param name="Train">Rows of the source.</param>
/// <param name="Test">Rows of the test source, numbered like <paramref name="Train"/>; null without one.</param>
/// <param name="Rows">Rows read, set aside and left out.</param>
/// <param name="Duplicates">What was done with duplicates, in plain words.</param>
internal sealed record TrainingData(Interactions Train, Interactions? Test, RowTally Rows, string Duplicates)
{
    /// <summary>What was done with duplicates.</summary>
    public DuplicatePolicy Policy { get; init; }

    /// <summary>Rows that repeat what others say, and were merged into them.</summary>
    public long MergedRows { get; init; }

    /// <summary>Reads the sources of a request for one algorithm.</summary>
    /// <exception cref="RecException">As the other overload.</exception>
    public static TrainingData Read(
        TrainingRequest request, IRecommenderAlgorithm algorithm, object options, Database? database, MemoryBudget budget, IRunObserver observer, Workers workers) =>
        Read(request, RowNeeds.Of(algorithm, options), database, budget, observer, workers);

    /// <summary>Reads the sources of a request and brings them into canonical order.</summary>
    /// <exception cref="RecException"><c>SourceEmpty</c>, <c>TooManyRejected</c>, <c>ValueColumnNeeded</c> and what the parts throw.</exception>
    public static TrainingData Read(
        TrainingRequest request, RowNeeds needs, Database? database, MemoryBudget budget, IRunObserver observer, Workers workers)
    {
        var cancellation = workers.Cancellation;
        var ids = new IdSpace();
        var lines = new LinePolicy(needs.Baskets, needs.Options is IBasketOptions { KeepCancelled: false }).As(database);
        var train = Collect(request.Source, ids, lines, request, database, budget, observer, cancellation);
        var feedback = needs.Feedback(train.Feedback);
        if (feedback == FeedbackKind.Explicit && !train.HasValues)
        {
            throw RecException.Configuration(
                "ValueColumnNeeded", $"{needs.Algorithm} learns from ratings, and {request.Source} has no column that looks like one.",
                "Name it with -ValueColumn, or choose an algorithm for implicit feedback such as ImplicitAls.", request.Source.ToString());
        }

        var test = request.Split.Kind == SplitKind.Given
            ? Collect(request.Split.TestSource!, ids, lines, request, database, budget, observer, cancellation)
            : null;
        var policy = Resolve(request.Duplicates, train.HasTime, feedback);
        var features = new EntityFeatureReader(request, needs.KeepsItems, database, budget, observer, cancellation);
        features.Read(ids);
        var trainRows = features.Describe(train.Seal(policy, workers, out var merged), ids);
        var testRows = test?.Seal(policy, workers, out _);
        var duplicates = merged == 0 ? $"{policy}: no duplicates" : $"{policy}: {merged:N0} rows merged into others";
        var usable = testRows is null ? trainRows.Compact() : trainRows;
        TwinIds.Warn(usable.Items, "item", observer);
        TwinIds.Warn(usable.Users, "user", observer);
        if (needs.Baskets)
        {
            BasketCheck.Ensure(usable, request.Source.ToString());
            BasketCheck.CountLarge(usable, needs.Options, train.Rows.LeftOut);
        }

        if (request.Hierarchy is { } hierarchy)
        {
            usable = usable with { Categories = HierarchyReader.Read(hierarchy, usable, database, observer, cancellation) };
        }

        if (request.ClusterModel is { } clusterModel)
        {
            usable = usable with { Groups = UserGroupReader.Read(clusterModel, usable.Users, database, observer, cancellation) };
        }

        return new TrainingData(usable, testRows, train.Rows, duplicates) { Policy = policy, MergedRows = merged };
    }

    private static InteractionCollector Collect(
        InteractionSource source, IdSpace ids, LinePolicy policy, TrainingRequest request, Database? database, MemoryBudget budget, IRunObserver observer,
        CancellationToken cancellation)
    {
        var collector = new InteractionCollector(ids, policy);
        using (var reader = SourceOpener.Open(source, database, policy, cancellation))
        {
            collector.Read(
                source,
                reader,
                untyped: source.IsUntyped,
                rows =>
                {
                    budget.CheckRows(rows, collector.BytesPerRow);
                    observer.Progress("Read", rows, 0);
                },
                cancellation);
            if (reader is BasketLineReader { EmptyLines: > 0 } lines)
            {
                collector.Rows.LeftOut.Add("line has no item", lines.EmptyLines, () => $"line {lines.FirstEmptyLine}");
            }
        }

        collector.Rows.Check(
            source, collector.Count, request.MaxRejected, "Check -ValueColumn: it should hold quantities above zero; or give the option KeepCancelled.", observer);
        return collector;
    }

    private static DuplicatePolicy Resolve(DuplicatePolicy policy, bool hasTime, FeedbackKind feedback) => policy != DuplicatePolicy.Auto ? policy
        : feedback == FeedbackKind.Implicit ? DuplicatePolicy.Sum
        : hasTime ? DuplicatePolicy.Last
        : DuplicatePolicy.Mean;
}
