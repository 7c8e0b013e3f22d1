using ScottPlot;
using SkiaSharp;

namespace RecTools.Reporting;

/// <summary>A colour and what it means.</summary>
/// <param name="Color">The colour.</param>
/// <param name="Text">What it means.</param>
internal readonly record struct KeyEntry(Color Color, string Text);

/// <summary>What colours mean, in rows above a plot.</summary>
internal sealed class ColorKey
{
    private const float Swatch = 11;
    private const float Gap = 18;
    private const float Row = 19;

    private readonly List<(KeyEntry Entry, float Left, int Row)> places = [];

    /// <summary>Finds the places.</summary>
    /// <param name="entries">The colours; none for no key.</param>
    /// <param name="width">Room in pixels.</param>
    public ColorKey(IReadOnlyList<KeyEntry> entries, float width)
    {
        var (left, row) = (0f, 0);
        foreach (var entry in entries)
        {
            var text = TextPainter.Fit(entry.Text, width - Swatch - 6, Theme.Body);
            var needed = Swatch + 6 + TextPainter.Width(text, Theme.Body);
            if (left > 0 && left + needed > width)
            {
                (left, row) = (0, row + 1);
            }

            places.Add((entry with { Text = text }, left, row));
            left += needed + Gap;
        }

        Height = places.Count == 0 ? 0 : ((row + 1) * Row) + 8;
    }

    /// <summary>Height in pixels.</summary>
    public float Height { get; }

    /// <summary>Draws it from a corner on.</summary>
    public void Draw(SKCanvas canvas, float left, float top)
    {
        using var paint = new SKPaint { IsAntialias = true };
        foreach (var (entry, place, row) in places)
        {
            paint.Color = entry.Color.ToSKColor();
            canvas.DrawRect(left + place, top + (row * Row) + 2, Swatch, Swatch, paint);
            TextPainter.Write(canvas, entry.Text, left + place + Swatch + 6, top + (row * Row) + 12.5f, Theme.Body);
        }
    }
}
