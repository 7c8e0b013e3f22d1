using System.Xml.Linq;

namespace RecTools.Tests;

/// <summary>A folder for the plots of a test, removed with it.</summary>
internal sealed class PlotFolder : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("rectools-plots-").FullName;

    public string File(string name) => Path.Combine(Root, name);

    /// <summary>Writes a plot as SVG and reads it.</summary>
    public static SvgPlot Svg(Action<string> write)
    {
        using var folder = new PlotFolder();
        write(folder.File("plot.svg"));
        Assert.Equal(["plot.svg"], Directory.GetFiles(folder.Root).Select(Path.GetFileName));
        return new SvgPlot(XDocument.Load(folder.File("plot.svg")));
    }

    /// <summary>Writes a plot and reads its bytes.</summary>
    public static byte[] Bytes(Action<string> write, string name)
    {
        using var folder = new PlotFolder();
        write(folder.File(name));
        return System.IO.File.ReadAllBytes(folder.File(name));
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
