namespace RecTools.Data;

/// <summary>Asks a database which texts are one to it.</summary>
/// <param name="sorted">Different texts in ordinal order.</param>
/// <param name="declared">Type of the column that they come from, with its collation; null where that is not known.</param>
/// <returns>For each text the place of the first that is the same to the database, itself perhaps; null where that is each text by itself.</returns>
public delegate int[]? TextGrouping(IReadOnlyList<string> sorted, string? declared);
