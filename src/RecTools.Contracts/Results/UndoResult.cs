namespace RecTools;

/// <summary>What <c>Undo-RecRun</c> put back.</summary>
/// <param name="ModelName">The model.</param>
/// <param name="RunId">The run whose results readers see now.</param>
/// <param name="StartedAt">When that run began, in UTC.</param>
/// <param name="Published">What readers see now.</param>
public sealed record UndoResult(string ModelName, long RunId, DateTime StartedAt, PublishedTable[] Published);
