using System.IO.Compression;
using nietras.SeparatedValues;

namespace RecTools.Data;

/// <summary>Rows of a text file: CSV, TSV or another separator, perhaps packed with gzip, with a header line or with names given.</summary>
public sealed class DelimitedFileReader : RowReader, IMalformedRows
{
    private static readonly char[] Separators = ['\t', ';', '|', ','];
    private readonly InteractionSource source;
    private readonly SepReader reader;
    private readonly int step;

    /// <summary>Opens a file.</summary>
    /// <param name="source">Its path, and perhaps delimiter and names of the columns.</param>
    /// <exception cref="RecException"><c>FileNotFound</c>, <c>FileUnreadable</c>, <c>SourceEmpty</c>, <c>DelimiterInvalid</c>.</exception>
    public DelimitedFileReader(InteractionSource source)
    {
        this.source = source;
        var firstLine = FirstLine();
        var separator = Separator(firstLine);

        // MovieLens parts its columns by ::, which reads as every other column of a file parted by single colons.
        step = separator.Length;
        var options = new SepReaderOptions(new Sep(separator[0])) with
        {
            HasHeader = source.Header is null && step == 1,
            DisableColCountCheck = true,
            Unescape = true,
            DisableQuotesParsing = step > 1,
        };
        try
        {
            reader = options.From(Open());
        }
        catch (Exception error) when (error is InvalidDataException or IOException or ArgumentException)
        {
            throw Unreadable(error);
        }

        var names = source.Header ?? (step == 1 ? reader.Header.ColNames : firstLine.Split(separator));
        if (source.Header is null && step > 1)
        {
            // The names between the colons are all empty, which a header may not be.
            reader.MoveNext();
        }

        Columns = [.. names.Select(name => new ColumnSpec(name.Trim(), CellKind.Text, null, Nullable: true))];
    }

    /// <inheritdoc/>
    public override IReadOnlyList<ColumnSpec> Columns { get; }

    /// <summary>Cells of the current line, however many columns the file has.</summary>
    internal int CellCount => ((reader.Current.ColCount - 1) / step) + 1;

    /// <summary>Number of the current row in the file, from 1, empty ones counted.</summary>
    internal long RowNumber { get; private set; }

    /// <inheritdoc/>
    public bool IsMalformed { get; private set; }

    /// <inheritdoc/>
    public string Describe()
    {
        var text = reader.Current.Span.ToString();
        return $"line {reader.Current.LineNumberFrom}: {(text.Length <= 80 ? text : string.Concat(text.AsSpan(0, 77), "..."))}";
    }

    /// <inheritdoc/>
    public override bool Read()
    {
        try
        {
            do
            {
                RowNumber++;
                if (!reader.MoveNext())
                {
                    return false;
                }
            }
            while (reader.Current.Span.IsEmpty);
        }
        catch (Exception error) when (error is InvalidDataException or IOException)
        {
            throw Unreadable(error);
        }

        IsMalformed = reader.Current.ColCount != ((Columns.Count - 1) * step) + 1;
        return true;
    }

    /// <inheritdoc/>
    public override CellKind Kind(int column) => GetText(column).IsEmpty ? CellKind.Null : CellKind.Text;

    /// <inheritdoc/>
    public override ReadOnlySpan<char> GetText(int column) => reader.Current[column * step].Span;

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        reader.Dispose();
        base.Dispose(disposing);
    }

    private Stream Open()
    {
        try
        {
            var file = new FileStream(source.Path!, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1 << 16, FileOptions.SequentialScan);
            return source.Path!.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionMode.Decompress) : file;
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new RecException("FileNotFound", RecErrorKind.NotFound, $"There is no file {source.Path}.", "Check the path.", source.Path, error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(error);
        }
    }

    private string FirstLine()
    {
        try
        {
            using var text = new StreamReader(Open());
            var first = text.ReadLine() ?? throw new RecException(
                "SourceEmpty", RecErrorKind.Data, $"The file {source.Path} is empty.", "Check the path and the program that writes the file.", source.Path);

            // One basket may be of a single item, and so tell nothing of the separator; hundreds tell.
            return source.BasketPerLine ? string.Join('\n', Enumerable.Range(0, 200).Select(_ => text.ReadLine()).Prepend(first)) : first;
        }
        catch (Exception error) when (error is InvalidDataException or IOException)
        {
            throw Unreadable(error);
        }
    }

    private string Separator(string firstLine)
    {
        if (source.Delimiter is null)
        {
            return firstLine.Contains("::", StringComparison.Ordinal) ? "::"
                : source.BasketPerLine && !firstLine.AsSpan().ContainsAny(Separators) ? " "
                : Separators.OrderByDescending(separator => firstLine.Count(c => c == separator)).First().ToString();
        }

        var given = source.Delimiter is "\\t" or "tab" ? "\t" : source.Delimiter;
        return given.Length is 1 || (given.Length == 2 && given[0] == given[1])
            ? given
            : throw RecException.Configuration(
                "DelimiterInvalid", $"The delimiter '{source.Delimiter}' cannot be used.", "Give one character such as ';', or 'tab', or '::'.", source.Delimiter);
    }

    private RecException Unreadable(Exception error) => new(
        "FileUnreadable", RecErrorKind.Access, $"The file {source.Path} cannot be read: {error.Message}",
        "Check that it is text (or packed with gzip and called .gz), and that no other program holds it.", source.Path, error);
}
