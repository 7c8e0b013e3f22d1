using RecTools.Algorithms;
using RecTools.Data;

namespace RecTools.Training;

/// <summary>What measuring has at hand.</summary>
/// <param name="Request">What is asked for.</param>
/// <param name="Database">The database; null where only files are read.</param>
/// <param name="Budget">The memory that may be used.</param>
/// <param name="Workers">Threads and cancellation.</param>
/// <param name="Observer">Hears progress, warnings and training steps.</param>
internal sealed record MeasuringContext(TrainingRequest Request, Database? Database, MemoryBudget Budget, Workers Workers, IRunObserver Observer)
{
    /// <summary>Smallest value of a test row that makes its item relevant; null when every test row does.</summary>
    public float? RelevantFrom { get; init; }

    /// <summary>Stops the work.</summary>
    public CancellationToken Cancellation => Workers.Cancellation;

    /// <summary>What is at hand for a request.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="database">The database; null where only files are read.</param>
    /// <param name="observer">Hears progress, warnings and training steps.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static MeasuringContext Of(TrainingRequest request, Database? database, IRunObserver observer, CancellationToken cancellation) =>
        new(request, database, new MemoryBudget(request.MemoryLimit), new Workers(request.Threads, cancellation), observer);

    /// <summary>How models are measured.</summary>
    /// <param name="split">How rows are set aside.</param>
    /// <param name="rows">The rows.</param>
    public EvaluationOptions OptionsFor(SplitRequest split, MeasuredRows rows) => new()
    {
        RelevantFrom = RelevantFrom,
        Split = HeldBack.NameOf(split.Kind),
        Lists = new ListRules { Likeness = ItemLikeness.Of(rows.All, rows.Train, Workers) },
    };

    /// <summary>The business rules that are asked for; null for none.</summary>
    /// <exception cref="RecException">What reading them throws.</exception>
    public ListRules? ReadRules(Interactions data)
    {
        if (!Request.Lists.HasRules)
        {
            return null;
        }

        var reader = new ListRuleReader(Request.Lists, Request.Source, Database, Budget, Observer, Cancellation) { ItemTable = Request.ItemFeatures?.Table };
        return reader.Read(data);
    }
}
