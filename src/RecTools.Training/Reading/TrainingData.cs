using RecTools.Algorithms;
using RecTools.Data;

namespace RecTools.Training;

/// <summary>What was read for one run.</summary>
/// <param name="Train">Rows of the source.</param>
/// <param name="Test">Rows of the test source, numbered like <paramref name="Train"/>; null without one.</param>
/// <param name="RowsRead">Rows read.</param>
/// <param name="Rejected">Rows set aside.</param>
/// <param name="LeftOut">Rows that an option left out.</param>
/// <param name="Duplicates">What was done with duplicates, in plain words.</param>
internal sealed record TrainingData(
    Interactions Train, Interactions? Test, long RowsRead, RejectionTally Rejected, RejectionTally LeftOut, string Duplicates)
{
    /// <summary>Reads the sources of a request and brings them into canonical order.</summary>
    /// <exception cref="RecException"><c>SourceEmpty</c>, <c>TooManyRejected</c>, <c>ValueColumnNeeded</c> and what the parts throw.</exception>
    public static TrainingData Read(
        TrainingRequest request, IRecommenderAlgorithm algorithm, object options, Database? database, MemoryBudget budget, IRunObserver observer,
        CancellationToken cancellation)
    {
        var ids = new IdSpace();
        var lines = new LinePolicy(algorithm.WantsBaskets, options is AssociationRulesOptions { KeepCancelled: false }, database?.IgnoresTrailingBlanks == true);
        var train = Collect(request.Source, ids, lines, request, database, budget, observer, cancellation);
        var feedback = algorithm.FeedbackOf(options, train.Feedback);
        if (feedback == FeedbackKind.Explicit && !train.HasValues)
        {
            throw RecException.Configuration(
                "ValueColumnNeeded", $"{algorithm.Name} learns from ratings, and {request.Source} has no column that looks like one.",
                "Name it with -ValueColumn, or choose an algorithm for implicit feedback such as ImplicitAls.", request.Source.ToString());
        }

        var test = request.Split.Kind == SplitKind.Given
            ? Collect(request.Split.TestSource!, ids, lines, request, database, budget, observer, cancellation)
            : null;
        var policy = Resolve(request.Duplicates, train.HasTime, feedback);
        var trainRows = train.Seal(policy, out var merged);
        var testRows = test?.Seal(policy, out _);
        var duplicates = merged == 0 ? $"{policy}: no duplicates" : $"{policy}: {merged:N0} rows merged into others";
        var usable = testRows is null ? trainRows.Compact() : trainRows;
        WarnOfTwins(usable.Items, "item", observer);
        WarnOfTwins(usable.Users, "user", observer);
        if (algorithm.WantsBaskets)
        {
            BasketCheck.Ensure(usable, request.Source.ToString());
        }

        if (request.Hierarchy is { } hierarchy)
        {
            usable = usable with { Categories = HierarchyReader.Read(hierarchy, usable.Items, database, observer, cancellation) };
        }

        return new TrainingData(usable, testRows, train.RowsRead, train.Rejected, train.LeftOut, duplicates);
    }

    private static InteractionCollector Collect(
        InteractionSource source, IdSpace ids, LinePolicy lines, TrainingRequest request, Database? database, MemoryBudget budget, IRunObserver observer,
        CancellationToken cancellation)
    {
        var collector = new InteractionCollector(ids, lines);
        using (var reader = SourceOpener.Open(source, database, lines, cancellation))
        {
            collector.Read(
                source,
                reader,
                untyped: source.Path is not null || source.Objects is not null,
                rows =>
                {
                    budget.CheckRows(rows);
                    observer.Progress("Read", rows, 0);
                },
                cancellation);
        }

        if (collector.RowsRead == 0)
        {
            throw new RecException(
                "SourceEmpty", RecErrorKind.Data, $"{Capital(source)} has no rows.",
                "Check the table, the WHERE clause or the file; the last publication, if any, is untouched.", source.ToString());
        }

        var allowed = request.MaxRejected < 1 ? request.MaxRejected * collector.RowsRead : request.MaxRejected;
        if (collector.Count == 0 && collector.LeftOut.Count > 0)
        {
            throw new RecException(
                "AllLeftOut", RecErrorKind.Data, $"No row of {source} is left: {collector.LeftOut}.",
                "Check -ValueColumn: it should hold quantities above zero; or give the option KeepCancelled.", source.ToString());
        }

        if (collector.Count == 0 || collector.Rejected.Count > allowed)
        {
            throw new RecException(
                "TooManyRejected", RecErrorKind.Data,
                $"{collector.Rejected.Count:N0} of {collector.RowsRead:N0} rows of {source} cannot be used: {collector.Rejected}.",
                collector.Count == 0
                    ? "Correct the source, or convert the column in -Query (a decimal comma for instance with REPLACE)."
                    : "Correct the source, or allow more with -MaxRejected.",
                source.ToString());
        }

        if (collector.LeftOut.Count > 0)
        {
            observer.Verbose($"{collector.LeftOut.Count:N0} of {collector.RowsRead:N0} rows of {source} were left out: {collector.LeftOut}.");
        }

        if (collector.Rejected.Count > 0)
        {
            observer.Warning($"{collector.Rejected.Count:N0} of {collector.RowsRead:N0} rows of {source} were set aside: {collector.Rejected}.");
        }

        return collector;
    }

    // Sorted as they are, two that differ in nothing else stand side by side.
    private static void WarnOfTwins(IdSet ids, string role, IRunObserver observer)
    {
        for (var i = 1; ids.Kind == CellKind.Text && i < ids.Count; i++)
        {
            if (ids.Text(i).AsSpan().TrimEnd(' ').SequenceEqual(ids.Text(i - 1).AsSpan().TrimEnd(' ')))
            {
                observer.Warning(
                    $"The {role} ids '{ids.Text(i - 1)}' and '{ids.Text(i)}' differ in blanks at their end only; here they are two, to SQL Server they would be one. There may be more.");
                return;
            }
        }
    }

    private static string Capital(InteractionSource source) => char.ToUpperInvariant(source.ToString()[0]) + source.ToString()[1..];

    private static DuplicatePolicy Resolve(DuplicatePolicy policy, bool hasTime, FeedbackKind feedback) => policy != DuplicatePolicy.Auto ? policy
        : feedback == FeedbackKind.Implicit ? DuplicatePolicy.Sum
        : hasTime ? DuplicatePolicy.Last
        : DuplicatePolicy.Mean;
}
