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
        var encode = EncoderFor(path);
        var folder = Path.GetDirectoryName(Path.GetFullPath(path));
        if (!Directory.Exists(folder))
        {
            throw new RecException(
                "PlotFolderMissing", RecErrorKind.NotFound, $"The folder '{folder}' of the plot '{path}' does not exist.",
                "Create it, or give another path.", path);
        }

        WholeFile.Write(path, Draw(draw, encode));
    }

    private static Func<Figure, byte[]> EncoderFor(string path) => Path.GetExtension(path).ToUpperInvariant() switch
    {
        ".SVG" => SvgPicture.Encode,
        ".PNG" => EncodePng,
        var ending => throw RecException.Configuration(
            "PlotFormatUnknown", $"Plots are not written as '{ending}' files ('{path}').", "Give a path that ends in .svg or .png.", path),
    };

    private static byte[] Draw(Func<Figure> draw, Func<Figure, byte[]> encode)
    {
        try
        {
            return encode(draw());
        }
        catch (Exception error) when (error.GetBaseException() is DllNotFoundException)
        {
            throw new RecException(
                "PlotsUnsupported", RecErrorKind.Configuration, $"The drawing library does not run on this system: {error.GetBaseException().Message}",
                "Leave the plots out, or make them on Windows, Linux or macOS on an x64 or ARM64 processor.", inner: error);
        }
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
