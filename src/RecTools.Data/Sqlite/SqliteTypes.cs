namespace RecTools.Data;

/// <summary>SQLite's declared types, by the rules of affinity in its documentation ('Datatypes In SQLite', section 3.1).</summary>
internal static class SqliteTypes
{
    /// <summary>What a column of a declared type most likely holds; null where the declaration does not say, and the rows must.</summary>
    public static CellKind? KindOf(string? declared)
    {
        if (string.IsNullOrEmpty(declared))
        {
            return null;
        }

        bool Has(string part) => declared.Contains(part, StringComparison.OrdinalIgnoreCase);
        return Has("INT") ? CellKind.Int64
            : Has("CHAR") || Has("CLOB") || Has("TEXT") ? CellKind.Text
            : Has("REAL") || Has("FLOA") || Has("DOUB") ? CellKind.Float64
            : null;
    }

    /// <summary>The declaration for a kind.</summary>
    public static string DeclarationOf(CellKind kind) => kind switch
    {
        CellKind.Int64 => "INTEGER",
        CellKind.Float64 => "REAL",
        CellKind.Blob => "BLOB",
        _ => "TEXT",
    };
}
