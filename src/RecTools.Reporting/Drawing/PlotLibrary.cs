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

    /// <summary>Draws something, and says what to do where the library does not run.</summary>
    /// <exception cref="RecException"><c>PlotsUnsupported</c>.</exception>
    internal static T Guard<T>(Func<T> draw, string action)
    {
        try
        {
            return draw();
        }
        catch (Exception error) when (error.GetBaseException() is DllNotFoundException)
        {
            throw new RecException(
                "PlotsUnsupported", RecErrorKind.Configuration, $"The drawing library does not run on this system: {error.GetBaseException().Message}", action, inner: error);
        }
    }
}
