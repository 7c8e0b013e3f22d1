using SkiaSharp;

namespace RecTools.Reporting;

/// <summary>Writes pictures to files, in the format that the path's ending names.</summary>
internal static class PlotFile
{
    /// <summary>Draws a figure and writes it; the file appears whole or not at all.</summary>
    /// <exception cref="RecException">
    /// <c>PlotFormatUnknown</c>, <c>PlotFolderMissing</c>, <c>FileUnwritable</c>, or <c>PlotsUnsupported</c> where the drawing library does not run.
    /// </exception>
    public static void Write(string path, Func<Figure> draw)
    {
        PlotPath.Check(path);
        Func<Figure, byte[]> encode = PlotPath.IsSvg(path) ? SvgPicture.Encode : EncodePng;
        WholeFile.Write(path, PlotLibrary.Guard(
            () => encode(draw()), "Leave the plots out, or make them on Windows, Linux or macOS on an x64 or ARM64 processor."));
    }

    private static byte[] EncodePng(Figure figure)
    {
        using var surface = SKSurface.Create(new SKImageInfo(figure.Width, figure.Height, SKColorType.Rgba8888, SKAlphaType.Premul));
        figure.DrawOn(surface.Canvas);
        using var image = surface.Snapshot();
        using var png = image.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }
}
