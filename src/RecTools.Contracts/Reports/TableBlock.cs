namespace RecTools;

/// <summary>A table.</summary>
/// <param name="Title">What it shows, in a few words.</param>
/// <param name="Columns">Its columns; the first names the row.</param>
/// <param name="Rows">Its rows, a value for each column, unrounded; null where there is none.</param>
public sealed record TableBlock(string Title, IReadOnlyList<ReportColumn> Columns, IReadOnlyList<object?[]> Rows) : ReportBlock
{
    /// <summary>Whether readers may want another order of the rows.</summary>
    public bool IsSortable { get; init; }

    /// <summary>What must be known to read it; null for nothing.</summary>
    public string? Note { get; init; }
}

/// <summary>A column of a table.</summary>
/// <param name="Name">Stable name in camel case, for programs.</param>
/// <param name="Title">Name for readers, with the unit where the format does not say it.</param>
/// <param name="Format">How readers see its values.</param>
public sealed record ReportColumn(string Name, string Title, CellFormat Format = CellFormat.Text);

/// <summary>The ends of an interval.</summary>
/// <param name="Lower">Lower end.</param>
/// <param name="Upper">Upper end.</param>
public sealed record ReportInterval(double? Lower, double? Upper);
