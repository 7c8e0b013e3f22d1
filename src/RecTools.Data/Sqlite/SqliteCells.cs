using System.Runtime.InteropServices;

[assembly: DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]

namespace RecTools.Data;

/// <summary>
/// SQLite's functions for a row and its cells, in the library that the driver has loaded. Those of a cell return at once, so the runtime need not
/// prepare for a garbage collection around each call: through the driver's own wrappers a cell costs several times as much.
/// </summary>
internal static partial class SqliteCells
{
    private const string Library = "e_sqlite3";

    /// <summary>Moves a statement on; gives <c>SQLITE_ROW</c>, <c>SQLITE_DONE</c> or the number of an error.</summary>
    [LibraryImport(Library, EntryPoint = "sqlite3_step")]
    public static partial int Step(nint statement);

    /// <summary>The lock of a connection.</summary>
    [LibraryImport(Library, EntryPoint = "sqlite3_db_mutex")]
    public static partial nint LockOf(nint connection);

    /// <summary>Waits for a lock; does nothing for one that is zero. While a thread holds it, values of the connection's statements may be looked at.</summary>
    [LibraryImport(Library, EntryPoint = "sqlite3_mutex_enter")]
    public static partial void Enter(nint mutex);

    /// <summary>Lets go of a lock.</summary>
    [LibraryImport(Library, EntryPoint = "sqlite3_mutex_leave")]
    [SuppressGCTransition]
    public static partial void Leave(nint mutex);

    /// <summary>The value of a cell of the current row, valid until the next step.</summary>
    [LibraryImport(Library, EntryPoint = "sqlite3_column_value")]
    [SuppressGCTransition]
    public static partial nint Value(nint statement, int column);

    /// <summary>Type of a value, as <c>SQLITE_INTEGER</c>.</summary>
    [LibraryImport(Library, EntryPoint = "sqlite3_value_type")]
    [SuppressGCTransition]
    public static partial int Type(nint value);

    /// <summary>A whole number.</summary>
    [LibraryImport(Library, EntryPoint = "sqlite3_value_int64")]
    [SuppressGCTransition]
    public static partial long Int64(nint value);

    /// <summary>A number with a fraction.</summary>
    [LibraryImport(Library, EntryPoint = "sqlite3_value_double")]
    [SuppressGCTransition]
    public static partial double Double(nint value);
}
