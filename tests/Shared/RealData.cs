using System.IO.Compression;

namespace RecTools.Tests;

/// <summary>The real data sets beside the project; a test that needs one skips with a reason where they are absent.</summary>
internal static class RealData
{
    /// <summary>Full path of a file; skips the calling test if it is not there.</summary>
    public static string PathOf(string relative)
    {
        var path = DataFolder.Path is null ? null : Path.Combine(DataFolder.Path, relative);
        Assert.SkipUnless(path is not null && File.Exists(path), $"needs the real data file ../shared/data/{relative}, which is not here");
        return path!;
    }

    /// <summary>Lines of a file, unpacked if its name ends with .gz.</summary>
    public static IEnumerable<string> Lines(string relative)
    {
        var path = PathOf(relative);
        using var file = File.OpenRead(path);
        using Stream stream = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }
}
