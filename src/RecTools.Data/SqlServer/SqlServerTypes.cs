using System.Data.Common;
using System.Globalization;

namespace RecTools.Data;

/// <summary>SQL Server's types, names and tables.</summary>
internal static class SqlServerTypes
{
    /// <summary>How a type such as <c>decimal(10,0)</c> is carried.</summary>
    public static CellKind KindOf(string systemType)
    {
        var name = systemType.Split('(')[0];
        return name switch
        {
            "tinyint" or "smallint" or "int" or "bigint" or "bit" => CellKind.Int64,
            "decimal" or "numeric" => systemType.EndsWith(",0)", StringComparison.Ordinal) ? CellKind.Int64 : CellKind.Float64,
            "real" or "float" or "money" or "smallmoney" => CellKind.Float64,
            "uniqueidentifier" => CellKind.Guid,
            "date" or "datetime" or "datetime2" or "smalldatetime" or "datetimeoffset" => CellKind.Time,
            "binary" or "varbinary" or "image" or "timestamp" or "rowversion" => CellKind.Blob,
            _ => CellKind.Text,
        };
    }

    /// <summary>The declaration for a kind.</summary>
    public static string DeclarationOf(CellKind kind) => kind switch
    {
        CellKind.Int64 => "bigint",
        CellKind.Float64 => "float",
        CellKind.Guid => "uniqueidentifier",
        CellKind.Time => "datetime2(7)",
        CellKind.Blob => "varbinary(max)",
        _ => "nvarchar(400)",
    };

    /// <summary>Quotes one identifier.</summary>
    public static string Quote(string identifier) => $"[{identifier.Replace("]", "]]", StringComparison.Ordinal)}]";

    /// <summary>The statement that makes a table, clustered by its key.</summary>
    public static string CreateTable(string quotedName, TableSpec table)
    {
        var columns = table.Columns.Select(column =>
            $"{Quote(column.Name)} {DeclaredType.Or(column.Declared, DeclarationOf(column.Kind))} {(column.Nullable ? "NULL" : "NOT NULL")}");
        var key = table.Key.Count == 0 ? "" : $",\n  PRIMARY KEY CLUSTERED ({string.Join(", ", table.Key.Select(Quote))})";
        return $"CREATE TABLE {quotedName}\n(\n  {string.Join(",\n  ", columns)}{key}\n);";
    }

    /// <summary>A column out of <c>Schema/Columns.sql</c>.</summary>
    public static ColumnSpec Column(DbDataReader reader)
    {
        var type = WithLength(reader.GetString(reader.GetOrdinal("system_type_name")), Convert.ToInt32(reader["max_length"], CultureInfo.InvariantCulture));
        var declared = reader.TextOrNull(reader.GetOrdinal("collation_name")) is { } collation ? $"{type} COLLATE {collation}" : type;
        return new ColumnSpec(reader.TextOrNull(reader.GetOrdinal("name")) ?? "", KindOf(type), declared, reader.GetBoolean(reader.GetOrdinal("is_nullable")));
    }

    // Most servers say nvarchar(20); some leave the length to another column, in bytes.
    private static string WithLength(string type, int bytes) => type switch
    {
        "nvarchar" or "nchar" => bytes < 0 ? $"{type}(max)" : $"{type}({bytes / 2})",
        "varchar" or "char" or "varbinary" or "binary" => bytes < 0 ? $"{type}(max)" : $"{type}({bytes})",
        _ => type,
    };
}
