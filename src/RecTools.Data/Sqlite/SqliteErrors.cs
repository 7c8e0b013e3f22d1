using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace RecTools.Data;

/// <summary>What SQLite's result codes mean to a user.</summary>
internal static class SqliteErrors
{
    /// <summary>The error in words; null if it is not SQLite's.</summary>
    public static RecException? Explain(Exception error, string file)
    {
        if (error is not SqliteException sqlite)
        {
            return null;
        }

        RecException Access(string errorId, string message, string action, RecErrorKind kind = RecErrorKind.Access) => new(errorId, kind, message, action, file, error);
        return sqlite.SqliteErrorCode switch
        {
            raw.SQLITE_READONLY or raw.SQLITE_PERM => Access(
                "DatabaseReadOnly", $"The database {file} is read-only.",
                "Give write access to the file and its folder, or connect to another file; to measure only, use -NoPublish without a connection."),
            raw.SQLITE_BUSY or raw.SQLITE_LOCKED => Access(
                "DatabaseLocked", $"The database {file} is locked by another program.",
                "Close the program that writes to it (a database browser, perhaps), and run again.", RecErrorKind.Busy),
            raw.SQLITE_FULL => Access(
                "DiskFull", $"The disk of {file} is full; what was being written has been taken back.", "Make room, and run again.", RecErrorKind.Limit),
            raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB => Access(
                "DatabaseCorrupt", $"{file} is not a SQLite database, or it is damaged.", "Check the path; restore the file from a backup if it was one."),
            raw.SQLITE_CANTOPEN => Access(
                "DatabaseUnreachable", $"The database {file} cannot be opened.", "Check that the folder exists and may be written to."),
            raw.SQLITE_IOERR => Access(
                "DatabaseUnreachable", $"The disk of {file} gave an error: {Text(sqlite)}.", "Check the disk and the network share it may be on."),
            raw.SQLITE_INTERRUPT => new RecException("RunCancelled", RecErrorKind.Cancelled, "The query was cancelled.", "Run it again when it suits.", null, error),
            raw.SQLITE_CONSTRAINT => Access(
                "WriteFailed", $"{file} does not take the rows: {Text(sqlite)}.", "Check the keys and constraints of the table.", RecErrorKind.Data),
            _ => Access("DatabaseFailed", $"{file}: {Text(sqlite)}.", "Check the statement and the table.", RecErrorKind.Data),
        };
    }

    /// <summary>The error of a query that a user wrote.</summary>
    public static RecException OfQuery(SqliteException error, string file) => error.SqliteErrorCode == raw.SQLITE_ERROR
        ? new RecException("QueryFailed", RecErrorKind.Data, $"The query failed: {Text(error)}.", "Correct the query or the names in it.", file, error)
        : Explain(error, file)!;

    // The driver's message is: SQLite Error 1: 'near "x": syntax error'.
    private static string Text(SqliteException error)
    {
        var from = error.Message.IndexOf('\'', StringComparison.Ordinal);
        var to = error.Message.LastIndexOf('\'');
        return from >= 0 && to > from ? error.Message[(from + 1)..to] : error.Message;
    }
}
