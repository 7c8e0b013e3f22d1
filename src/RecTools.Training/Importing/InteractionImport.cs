using System.Diagnostics;
using RecTools.Data;

namespace RecTools.Training;

/// <summary>Brings rows of a file or of the pipeline into a table.</summary>
public static class InteractionImport
{
    // Lines looked at to choose the types of a new table's columns.
    private const int LinesLookedAt = 1000;

    /// <summary>Imports a text file.</summary>
    /// <exception cref="RecException"><c>TableExists</c>, <c>TooManyRejected</c>, <c>SourceEmpty</c>, <c>ColumnNotFound</c> and what file and database throw.</exception>
    public static ImportResult FromFile(
        RecConnection connection, InteractionSource source, string table, bool append, double maxRejected, IRunObserver observer, CancellationToken cancellation)
    {
        IReadOnlyList<ColumnSpec> columns;
        using (var sample = new DelimitedFileReader(source))
        {
            columns = GuessColumns(sample);
        }

        using var rows = new DelimitedFileReader(source);
        return Import(connection, rows, columns, source.ToString(), table, append, maxRejected, observer, cancellation);
    }

    /// <summary>Imports objects.</summary>
    /// <exception cref="RecException">As for a file.</exception>
    public static ImportResult FromObjects(
        RecConnection connection, IReadOnlyList<IReadOnlyDictionary<string, object?>> objects, string table, bool append, double maxRejected,
        IRunObserver observer, CancellationToken cancellation)
    {
        using var rows = new ObjectRows(objects);
        return Import(connection, rows, rows.Columns, "the pipeline", table, append, maxRejected, observer, cancellation);
    }

    private static ImportResult Import(
        RecConnection connection, RowReader rows, IReadOnlyList<ColumnSpec> columns, string source, string table, bool append, double maxRejected,
        IRunObserver observer, CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        using var database = Database.Open(connection);
        var exists = database.TableExists(table);
        if (exists && !append)
        {
            throw new RecException("TableExists", RecErrorKind.Busy, $"The table '{table}' exists.", "Give -Append to add rows, or another -Table.", table);
        }

        var target = exists ? Matching(database.ColumnsOf(table), columns, table) : columns;
        var rejected = new RejectionTally();

        // Lines are read and turned into numbers on one thread and written on another.
        var typed = new TypedRows(rows, target, rejected);
        using var ahead = new PrefetchedRows(typed);
        using var counted = new CountedRows(ahead, done => observer.Progress("Import", done, 0));
        using var transaction = database.BeginTransaction();
        if (!exists)
        {
            database.CreateTable(database.QuoteName(table), new TableSpec(target, []));
        }

        var written = database.BulkWrite(database.QuoteName(table), counted, cancellation);
        if (typed.RowsRead == 0)
        {
            throw new RecException("SourceEmpty", RecErrorKind.Data, $"{source} has no rows.", "Check the file; nothing was written.", source);
        }

        if (written == 0 || rejected.Count > (maxRejected < 1 ? maxRejected * typed.RowsRead : maxRejected))
        {
            throw new RecException(
                "TooManyRejected", RecErrorKind.Data, $"{rejected.Count:N0} of {typed.RowsRead:N0} rows of {source} cannot be used: {rejected}. Nothing was written.",
                "Correct the file, check -Delimiter and -Header, or allow more with -MaxRejected.", source);
        }

        transaction.Commit();
        if (rejected.Count > 0)
        {
            observer.Warning($"{rejected.Count:N0} of {typed.RowsRead:N0} rows were set aside: {rejected}.");
        }

        var elapsed = Stopwatch.GetElapsedTime(started);
        return new ImportResult(table, written, rejected.Count, rejected.ToArray(), elapsed, Math.Round(written / elapsed.TotalSeconds));
    }

    private static ColumnSpec[] Matching(IReadOnlyList<ColumnSpec> existing, IReadOnlyList<ColumnSpec> given, string table)
    {
        var missing = given.FirstOrDefault(column => !existing.Any(own => own.Name.Equals(column.Name, StringComparison.OrdinalIgnoreCase)));
        return missing is null
            ? [.. existing.Where(own => given.Any(column => own.Name.Equals(column.Name, StringComparison.OrdinalIgnoreCase)))]
            : throw new RecException(
                "ColumnNotFound", RecErrorKind.NotFound,
                $"The table '{table}' has no column '{missing.Name}'. Its columns are: {string.Join(", ", existing.Select(own => own.Name))}.",
                "Name the columns of the file with -Header as the table does.", missing.Name);
    }

    // The narrowest of whole number, number and text that the first lines fit.
    private static ColumnSpec[] GuessColumns(RowReader sample)
    {
        var kinds = new CellKind[sample.Columns.Count];
        Array.Fill(kinds, CellKind.Null);
        for (var line = 0; line < LinesLookedAt && sample.Read(); line++)
        {
            if (sample is IMalformedRows { IsMalformed: true })
            {
                continue;
            }

            for (var i = 0; i < kinds.Length; i++)
            {
                if (sample.Kind(i) == CellKind.Text)
                {
                    kinds[i] = Wider(kinds[i], sample.GetText(i));
                }
            }
        }

        return [.. sample.Columns.Select((column, i) => new ColumnSpec(column.Name, kinds[i] == CellKind.Null ? CellKind.Text : kinds[i], null, Nullable: true))];
    }

    private static CellKind Wider(CellKind known, ReadOnlySpan<char> text) =>
        known == CellKind.Text || !NumberText.TryParseDouble(text, out _) || IsCode(text) ? CellKind.Text
        : known == CellKind.Float64 || !NumberText.TryParseInt64(text, out _) ? CellKind.Float64
        : CellKind.Int64;

    // 007 is a code, not the number seven.
    private static bool IsCode(ReadOnlySpan<char> text) => text.Length > 1 && text[0] == '0' && char.IsAsciiDigit(text[1]);
}
