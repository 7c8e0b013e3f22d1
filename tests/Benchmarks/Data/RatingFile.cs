using System.Globalization;
using System.IO.Compression;
using RecTools.Tests;

namespace RecTools.Benchmarks;

/// <summary>Reads MovieLens files: user, item and rating first in each line, set apart by tabs or commas, with or without a header, packed or not.</summary>
internal static class RatingFile
{
    private static readonly char[] Separators = ['\t', ','];

    /// <summary>The rows of a file in its order, with the ids that it has.</summary>
    /// <exception cref="MissingDataException">The file is not here.</exception>
    public static List<(int User, int Item, float Rating)> Read(string relative)
    {
        var path = PathOf(relative);
        using var file = File.OpenRead(path);
        using Stream stream = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var reader = new StreamReader(stream);
        var rows = new List<(int, int, float)>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && char.IsAsciiDigit(line[0]))
            {
                var fields = line.Split(Separators);
                rows.Add((Number(fields[0]), Number(fields[1]), float.Parse(fields[2], CultureInfo.InvariantCulture)));
            }
        }

        return rows;
    }

    /// <summary>Full path of a file.</summary>
    /// <exception cref="MissingDataException">The file is not here.</exception>
    public static string PathOf(string relative)
    {
        var path = DataFolder.Path is { } folder ? Path.Combine(folder, relative) : null;
        return path is not null && File.Exists(path) ? path : throw new MissingDataException(relative);
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
