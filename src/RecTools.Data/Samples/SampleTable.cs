namespace RecTools.Data;

/// <summary>One table of a made-up shop.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Table">Columns and key.</param>
/// <param name="RowCount">Rows in it.</param>
/// <param name="Open">Opens the rows.</param>
public sealed record SampleTable(string Name, TableSpec Table, int RowCount, Func<RowReader> Open);
