using System.Data.Common;

namespace RecTools.Data;

/// <summary>A row of the table Publication: one versioned table of one run.</summary>
/// <param name="RunId">The run.</param>
/// <param name="ResultName">Which result it is.</param>
/// <param name="ViewName">View under which it is published.</param>
/// <param name="TableName">The table.</param>
/// <param name="Columns">Its columns, quoted.</param>
/// <param name="RowsLoaded">Rows in it.</param>
internal sealed record PublicationRow(long RunId, string ResultName, string ViewName, string TableName, string Columns, long RowsLoaded)
{
    /// <summary>Reads a row.</summary>
    public static PublicationRow From(DbDataReader reader) => new(
        reader.GetInt64(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetString(4), reader.GetInt64(5));
}
