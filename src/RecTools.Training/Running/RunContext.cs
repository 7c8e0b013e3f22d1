using RecTools.Algorithms;
using RecTools.Data;

namespace RecTools.Training;

/// <summary>What the work of a run has at hand.</summary>
/// <param name="Request">What is asked for.</param>
/// <param name="OptionsJson">All settings of the algorithm, given or by default.</param>
/// <param name="Database">The database; null for a file that is only to be measured.</param>
/// <param name="Budget">The memory that may be used.</param>
/// <param name="Workers">Threads and cancellation.</param>
/// <param name="Stop">What happens when somebody asks the run to stop.</param>
/// <param name="Clock">Times the stages.</param>
/// <param name="Observer">Hears progress, warnings and training steps.</param>
internal sealed record RunContext(
    TrainingRequest Request, string OptionsJson, Database? Database, MemoryBudget Budget, Workers Workers, StopRequest Stop, StageClock Clock, IRunObserver Observer)
{
    /// <summary>Stops the run.</summary>
    public CancellationToken Cancellation => Workers.Cancellation;

    /// <summary>How the database is called; null without one.</summary>
    public RecConnection? Connection { get; init; }

    /// <summary>The run's record; null where none is kept.</summary>
    public RunRecord? Record { get; init; }

    /// <summary>Keeps a model that will not be published as a version of its own, to look at.</summary>
    /// <param name="model">The model.</param>
    /// <param name="diverged">What ended the run.</param>
    /// <returns>The error that says so.</returns>
    public RecException KeepAside(IStoredModel model, TrainingDivergedException diverged)
    {
        if (Record is null || !Request.Publish)
        {
            return diverged;
        }

        Record.Aside = model;
        var where = $"-ModelName {Request.ModelName} -RunId {Record.RunId}";
        return new RecException(
            diverged.ErrorId, diverged.Kind,
            $"{diverged.Message} What was learned by step {diverged.LastGoodStep} is kept, unpublished, as version {Record.RunId} of the model.",
            $"{diverged.Action} Get-RecRecommendation {where} shows what that version recommends, and Publish-RecModel {where} publishes it.",
            diverged.Target, diverged);
    }
}
