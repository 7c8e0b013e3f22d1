using RecTools.Algorithms;
using RecTools.Data;

namespace RecTools.Training;

/// <summary>What the work of a run has at hand.</summary>
/// <param name="Request">What is asked for.</param>
/// <param name="OptionsJson">All settings of the algorithm, given or by default.</param>
/// <param name="Database">The database; null for a file that is only to be measured.</param>
/// <param name="Budget">The memory that may be used.</param>
/// <param name="Workers">Threads and cancellation.</param>
/// <param name="Clock">Times the stages.</param>
/// <param name="Observer">Hears progress, warnings and training steps.</param>
internal sealed record RunContext(
    TrainingRequest Request, string OptionsJson, Database? Database, MemoryBudget Budget, Workers Workers, StageClock Clock, IRunObserver Observer)
{
    /// <summary>Stops the run.</summary>
    public CancellationToken Cancellation => Workers.Cancellation;
}
