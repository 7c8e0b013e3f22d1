namespace RecTools.Data;

/// <summary>How the values of a column, or one cell, are carried.</summary>
public enum CellKind
{
    /// <summary>No value.</summary>
    Null,

    /// <summary>A whole number of up to 64 bits.</summary>
    Int64,

    /// <summary>A number with a fraction.</summary>
    Float64,

    /// <summary>Text.</summary>
    Text,

    /// <summary>A GUID.</summary>
    Guid,

    /// <summary>A point in time, as UTC ticks of <see cref="DateTime"/>.</summary>
    Time,

    /// <summary>Bytes.</summary>
    Blob,
}

/// <summary>One column of a source or of a table to be made.</summary>
/// <param name="Name">Its name, not quoted.</param>
/// <param name="Kind">How its values are carried.</param>
/// <param name="Declared">Its type as the database declares it, with length and collation, such as <c>nvarchar(20) COLLATE Latin1_General_CI_AS</c>; null to let the dialect choose by kind.</param>
/// <param name="Nullable">Whether a cell may be empty.</param>
/// <param name="Optional">Whether a user's own table may do without it.</param>
public sealed record ColumnSpec(string Name, CellKind Kind, string? Declared = null, bool Nullable = false, bool Optional = false);

/// <summary>A table to be made.</summary>
/// <param name="Columns">Its columns.</param>
/// <param name="Key">Columns of its primary key, in order; empty for none.</param>
public sealed record TableSpec(IReadOnlyList<ColumnSpec> Columns, IReadOnlyList<string> Key);
