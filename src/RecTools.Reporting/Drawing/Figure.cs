using SkiaSharp;

namespace RecTools.Reporting;

/// <summary>A picture: a title over a plot, and a line below it that says what must be known to read it.</summary>
internal sealed class Figure
{
    /// <summary>What is left free at the sides.</summary>
    public const int Margin = 24;

    private const int HeaderHeight = 84;
    private const int FooterHeight = 36;

    private static readonly TextLook TitleLook = Theme.Body with { Size = 22, Bold = true };
    private static readonly TextLook SubtitleLook = Theme.Small with { Size = 14 };

    /// <summary>What the plot shows, in a few words.</summary>
    public required string Title { get; init; }

    /// <summary>What it shows, in figures.</summary>
    public required string Subtitle { get; init; }

    /// <summary>What must be known to read it, and the source.</summary>
    public required IReadOnlyList<string?> Notes { get; init; }

    /// <summary>Draws the plot into a rectangle.</summary>
    public required Action<SKCanvas, SKRect> Draw { get; init; }

    /// <summary>Width in pixels.</summary>
    public int Width { get; init; } = 1000;

    /// <summary>Height in pixels.</summary>
    public int Height { get; init; } = 700;

    /// <summary>The plot in words, for who cannot see it.</summary>
    public string Description => string.Join(". ", new[] { Subtitle, Note }.Where(text => text.Length > 0));

    private string Note => string.Join(" · ", Notes.Where(note => !string.IsNullOrWhiteSpace(note)).Select(note => TextPainter.Clean(note!)));

    /// <summary>Width of the plot alone.</summary>
    public int BodyWidth => Width - (2 * Margin);

    /// <summary>Height of the plot alone.</summary>
    public int BodyHeight => Height - HeaderHeight - FooterHeight;

    /// <summary>Width of a picture whose plot has a width.</summary>
    public static int WidthAround(float body) => (int)MathF.Ceiling(body) + (2 * Margin);

    /// <summary>Height of a picture whose plot has a height.</summary>
    public static int HeightAround(float body) => (int)MathF.Ceiling(body) + HeaderHeight + FooterHeight;

    /// <summary>Draws all of it.</summary>
    public void DrawOn(SKCanvas canvas)
    {
        Clear(canvas, Width, Height);
        Draw(canvas, new SKRect(Margin, HeaderHeight, Width - Margin, Height - FooterHeight));
        var room = Width - (2 * Margin);
        TextPainter.Write(canvas, TextPainter.Fit(Title, room, TitleLook), Margin, 40, TitleLook);
        TextPainter.Write(canvas, TextPainter.Fit(Subtitle, room, SubtitleLook), Margin, 64, SubtitleLook);
        TextPainter.Write(canvas, TextPainter.Fit(Note, room, Theme.Small), Margin, Height - 14, Theme.Small);
    }

    /// <summary>Draws the plot alone, where a page says the rest.</summary>
    public void DrawBodyOn(SKCanvas canvas)
    {
        Clear(canvas, BodyWidth, BodyHeight);
        Draw(canvas, new SKRect(0, 0, BodyWidth, BodyHeight));
    }

    private static void Clear(SKCanvas canvas, int width, int height)
    {
        using var white = new SKPaint { Color = SKColors.White };
        canvas.DrawRect(0, 0, width, height, white);
    }
}
