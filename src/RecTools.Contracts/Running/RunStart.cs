namespace RecTools;

/// <summary>What is known of a run when it begins, for the first line of its log. Holds no secret.</summary>
/// <param name="RunId">Number of the run; null where no record is kept.</param>
/// <param name="ModelName">Name of the model.</param>
/// <param name="Algorithm">Name of the algorithm.</param>
/// <param name="Source">Where the rows come from, such as <c>table dbo.Rating</c>.</param>
/// <param name="Database">The database; null without one.</param>
/// <param name="Version">Version of RecTools.</param>
public sealed record RunStart(long? RunId, string ModelName, string Algorithm, string Source, string? Database, string Version);
