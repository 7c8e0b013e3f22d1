namespace RecTools.Reporting;

/// <summary>Where plots may be written, and as what.</summary>
public static class PlotPath
{
    /// <summary>Whether a path asks for SVG.</summary>
    public static bool IsSvg(string path) => Path.GetExtension(path).Equals(".svg", StringComparison.OrdinalIgnoreCase);

    /// <summary>Throws unless a plot can be written to a path: checked before hours of work, and again when it is written.</summary>
    /// <exception cref="RecException"><c>PlotFormatUnknown</c>: the ending is neither .svg nor .png; <c>PlotFolderMissing</c>.</exception>
    public static void Check(string path)
    {
        if (!IsSvg(path) && !Path.GetExtension(path).Equals(".png", StringComparison.OrdinalIgnoreCase))
        {
            throw RecException.Configuration(
                "PlotFormatUnknown", $"Plots are not written as '{Path.GetExtension(path)}' files ('{path}').", "Give a path that ends in .svg or .png.", path);
        }

        var folder = Path.GetDirectoryName(Path.GetFullPath(path));
        if (!Directory.Exists(folder))
        {
            throw new RecException(
                "PlotFolderMissing", RecErrorKind.NotFound, $"The folder '{folder}' of the plot '{path}' does not exist.", "Create it, or give another path.", path);
        }
    }
}
