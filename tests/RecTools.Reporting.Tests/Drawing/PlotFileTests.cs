using RecTools.Reporting;

namespace RecTools.Tests;

/// <summary>Where plots are written, and what happens where they cannot be.</summary>
public sealed class PlotFileTests : IDisposable
{
    private readonly PlotFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("plot.jpg")]
    [InlineData("plot")]
    [InlineData("plot.svg.txt")]
    public void Another_ending_is_refused(string name)
    {
        var error = Assert.Throws<RecException>(() => Write(folder.File(name)));
        Assert.Equal(("PlotFormatUnknown", RecErrorKind.Configuration), (error.ErrorId, error.Kind));
        Assert.Contains(".svg or .png", error.Action, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Root));
    }

    [Fact]
    public void A_missing_folder_is_named()
    {
        var error = Assert.Throws<RecException>(() => Write(folder.File("none/plot.svg")));
        Assert.Equal(("PlotFolderMissing", RecErrorKind.NotFound), (error.ErrorId, error.Kind));
        Assert.Contains(folder.File("none"), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_place_that_cannot_be_written_is_named_and_nothing_is_left()
    {
        // A folder in the file's place is what even an administrator cannot write over.
        Directory.CreateDirectory(folder.File("plot.png"));
        var error = Assert.Throws<RecException>(() => Write(folder.File("plot.png")));
        Assert.Equal(("FileUnwritable", RecErrorKind.Access), (error.ErrorId, error.Kind));
        Assert.Equal([folder.File("plot.png")], Directory.GetFileSystemEntries(folder.Root));
    }

    [Theory]
    [InlineData("plot.SVG", "<?xml"), InlineData("plot.Png", "\u0089PNG")]
    public void An_older_file_is_replaced_and_the_case_of_the_ending_does_not_matter(string name, string start)
    {
        File.WriteAllText(folder.File(name), "old");
        Write(folder.File(name));
        var bytes = File.ReadAllBytes(folder.File(name));
        Assert.Equal(start, string.Concat(bytes.Take(start.Length).Select(value => (char)value)));
        Assert.Single(Directory.GetFileSystemEntries(folder.Root));
    }

    private static void Write(string path) => ScatterPlot.Write(Sample.Scatter(10, 2), path);
}
