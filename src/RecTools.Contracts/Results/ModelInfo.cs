namespace RecTools;

/// <summary>One stored model.</summary>
/// <param name="Name">Name of the model.</param>
/// <param name="RunId">Run that made it.</param>
/// <param name="Algorithm">The algorithm.</param>
/// <param name="CreatedAt">When, in UTC.</param>
/// <param name="IsCurrent">Whether this is the version in use.</param>
/// <param name="Format">Format of the stored content.</param>
/// <param name="Size">Bytes stored.</param>
/// <param name="Sha256">Hash of the stored content.</param>
public sealed record ModelInfo(
    string Name, long RunId, string Algorithm, DateTime CreatedAt, bool IsCurrent, int Format, long Size, string Sha256);
