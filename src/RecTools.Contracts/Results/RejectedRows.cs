namespace RecTools;

/// <summary>Input rows that were set aside for one reason.</summary>
/// <param name="Reason">Why, in plain words.</param>
/// <param name="Count">How many rows.</param>
/// <param name="Example">One offending row, as text.</param>
public sealed record RejectedRows(string Reason, long Count, string Example);
