using SkiaSharp;

namespace RecTools.Reporting;

/// <summary>A picture: a title over a plot, and a line below it that says what must be known to read it.</summary>
internal sealed class Figure
{
    private const float Margin = 24;
    private const float HeaderHeight = 84;
    private const float FooterHeight = 36;

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

    /// <summary>The rectangle of the plot in a picture of a size.</summary>
    public static SKRect BodyOf(int width, int height) => new(Margin, HeaderHeight, width - Margin, height - FooterHeight);

    /// <summary>Draws all of it.</summary>
    public void DrawOn(SKCanvas canvas)
    {
        using (var white = new SKPaint { Color = SKColors.White })
        {
            canvas.DrawRect(0, 0, Width, Height, white);
        }

        Draw(canvas, BodyOf(Width, Height));
        var room = Width - (2 * Margin);
        TextPainter.Write(canvas, TextPainter.Fit(Title, room, TitleLook), Margin, 40, TitleLook);
        TextPainter.Write(canvas, TextPainter.Fit(Subtitle, room, SubtitleLook), Margin, 64, SubtitleLook);
        TextPainter.Write(canvas, TextPainter.Fit(Note, room, Theme.Small), Margin, Height - 14, Theme.Small);
    }
}
