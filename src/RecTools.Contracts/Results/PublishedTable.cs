namespace RecTools;

/// <summary>A table or view that a run wrote.</summary>
/// <param name="Name">Name to use in a query, quoted where it needs quotes.</param>
/// <param name="RowCount">Rows in it.</param>
public sealed record PublishedTable(string Name, long RowCount);
