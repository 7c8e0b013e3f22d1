using System.Globalization;
using RecTools.Data;

namespace RecTools.Benchmarks;

/// <summary>Made-up ratings in a text file with commas, and a database beside it; removed together.</summary>
internal sealed class LongTailFile : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("rectools-benchmark-").FullName;

    /// <summary>Writes the file.</summary>
    public LongTailFile(LongTailOptions options)
    {
        Connection = Connections.ToFile(System.IO.Path.Combine(folder, "shop.db"));
        using var rows = new LongTailRows(options);
        using var writer = new StreamWriter(Path, append: false, System.Text.Encoding.ASCII, 1 << 20);
        writer.WriteLine(string.Join(',', rows.Columns.Select(column => column.Name)));
        Span<char> line = stackalloc char[96];
        while (rows.Read())
        {
            line.TryWrite(
                CultureInfo.InvariantCulture, $"{rows.GetInt64(0)},{rows.GetInt64(1)},{rows.GetDouble(2)},{rows.GetInt64(3)}\n", out var length);
            writer.Write(line[..length]);
        }
    }

    /// <summary>The file.</summary>
    public string Path => System.IO.Path.Combine(folder, "rating.csv");

    /// <summary>An empty database.</summary>
    public RecConnection Connection { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}
