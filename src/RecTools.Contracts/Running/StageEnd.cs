namespace RecTools;

/// <summary>One stage of a run that has come to a good end.</summary>
/// <param name="Stage">Its name, such as <c>Read</c>.</param>
/// <param name="Time">How long it took.</param>
/// <param name="Rows">Rows that it read, learned from, measured on or wrote; null where it has none to speak of.</param>
public sealed record StageEnd(string Stage, TimeSpan Time, long? Rows);
