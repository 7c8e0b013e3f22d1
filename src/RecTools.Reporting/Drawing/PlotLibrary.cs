using SkiaSharp;

namespace RecTools.Reporting;

/// <summary>The drawing library, for those who want to know whether it runs here.</summary>
public static class PlotLibrary
{
    /// <summary>Draws a point and says the library's version.</summary>
    public static string Try()
    {
        using var surface = SKSurface.Create(new SKImageInfo(1, 1));
        surface.Canvas.Clear(SKColors.White);
        return SkiaSharpVersion.Native.ToString();
    }
}
