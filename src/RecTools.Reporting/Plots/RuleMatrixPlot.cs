using SkiaSharp;

namespace RecTools.Reporting;

/// <summary>If-sides down, then-sides across; where a rule leads from one to the other, a cell in the colour of its lift.</summary>
internal static class RuleMatrixPlot
{
    private const float RowHeight = 22;
    private const float WidestCell = 54;
    private const float NarrowestCell = 20;

    private static readonly TextLook NameLook = Theme.Body with { Size = 12 };

    /// <summary>The plot as a figure, wider than the room where many then-sides need it.</summary>
    /// <exception cref="ArgumentException">There is no rule.</exception>
    public static Figure FigureOf(RuleMatrixData data, FigureLayout layout)
    {
        ArgumentOutOfRangeException.ThrowIfZero(data.Rules.Count, nameof(data));
        var (rows, columns, cells) = Choose(data, layout.Choose(data.MaxColumns, Math.Min(data.MaxColumns, 8)));
        var scale = SequentialScale.Of(cells.Values.Select(rule => rule.Lift));
        var key = new ColorKey(scale.Key("Lift"), layout.Width);
        string[] names = [.. rows.Select(row => TextPainter.Fit(row, layout.Choose(330, 170), NameLook))];
        string[] heads = [.. columns.Select(column => TextPainter.Fit(column, layout.Choose(170, 120), NameLook))];
        var left = names.Max(name => TextPainter.Width(name, NameLook)) + 10;
        var head = heads.Max(text => TextPainter.Width(text, NameLook)) + 10;
        var cell = Math.Clamp((layout.Width - left) / columns.Count, NarrowestCell, WidestCell);
        return new Figure
        {
            Title = data.Title,
            Subtitle = $"{PlotNumbers.Count(cells.Count)} rules between {PlotNumbers.Count(rows.Count)} if-sides and {PlotNumbers.Count(columns.Count)} then-sides",
            Notes = ["Of several rules between two sides the one of the highest lift is shown", data.Source],
            Width = Figure.WidthAround(Math.Max(layout.Width, left + (columns.Count * cell))),
            Height = Figure.HeightAround(key.Height + head + (rows.Count * RowHeight) + 4),
            Draw = (canvas, body) =>
            {
                key.Draw(canvas, body.Left, body.Top);
                var corner = new SKPoint(body.Left + left, body.Top + key.Height + head);
                DrawNames(canvas, names, heads, corner, cell);
                foreach (var ((row, column), rule) in cells)
                {
                    DrawCell(canvas, new SKRect(
                        corner.X + (column * cell) + 1, corner.Y + (row * RowHeight) + 1, corner.X + ((column + 1) * cell) - 1, corner.Y + ((row + 1) * RowHeight) - 1),
                        rule.Lift, scale);
                }
            },
        };
    }

    private static (List<string> Rows, List<string> Columns, SortedDictionary<(int Row, int Column), PlotRule> Cells) Choose(RuleMatrixData data, int columnLimit)
    {
        var (rows, columns) = (new List<string>(), new List<string>());
        var cells = new SortedDictionary<(int Row, int Column), PlotRule>();
        foreach (var rule in data.Rules)
        {
            var row = PlaceOf(rows, string.Join(", ", rule.Antecedent), data.MaxRows);
            var column = row < 0 ? -1 : PlaceOf(columns, string.Join(", ", rule.Consequent), columnLimit);
            if (column >= 0 && !(cells.TryGetValue((row, column), out var known) && known.Lift >= rule.Lift))
            {
                cells[(row, column)] = rule;
            }
        }

        // An if-side whose then-sides found no place has an empty row.
        int[] used = [.. Enumerable.Range(0, rows.Count).Where(row => cells.Keys.Any(cell => cell.Row == row))];
        var moved = new SortedDictionary<(int Row, int Column), PlotRule>(cells.ToDictionary(pair => (Array.IndexOf(used, pair.Key.Row), pair.Key.Column), pair => pair.Value));
        return ([.. used.Select(row => rows[row])], columns, moved);
    }

    private static int PlaceOf(List<string> names, string name, int limit)
    {
        var place = names.IndexOf(name);
        if (place < 0 && names.Count < limit)
        {
            names.Add(name);
            return names.Count - 1;
        }

        return place;
    }

    private static void DrawNames(SKCanvas canvas, string[] names, string[] heads, SKPoint corner, float cell)
    {
        using var paint = new SKPaint { Color = Theme.Faint.ToSKColor(), StrokeWidth = 1 };
        for (var row = 0; row < names.Length; row++)
        {
            var bottom = corner.Y + ((row + 1) * RowHeight);
            canvas.DrawLine(corner.X, bottom, corner.X + (heads.Length * cell), bottom, paint);
            TextPainter.Write(canvas, names[row], corner.X - 8, bottom - 7, NameLook, SKTextAlign.Right);
        }

        for (var column = 0; column < heads.Length; column++)
        {
            canvas.Save();
            canvas.Translate(corner.X + ((column + 0.5f) * cell) + 4, corner.Y - 6);
            canvas.RotateDegrees(-90);
            TextPainter.Write(canvas, heads[column], 0, 0, NameLook);
            canvas.Restore();
        }
    }

    private static void DrawCell(SKCanvas canvas, SKRect place, double lift, SequentialScale scale)
    {
        using var paint = new SKPaint { Color = scale.ColorOf(lift).ToSKColor() };
        canvas.DrawRect(place, paint);
        var look = new TextLook(12, scale.TextColorOn(lift).ToSKColor());
        var text = lift.ToString(lift < 99.5 ? "0.0" : "0", System.Globalization.CultureInfo.InvariantCulture);
        if (TextPainter.Width(text, look) <= place.Width - 2)
        {
            TextPainter.Write(canvas, text, place.MidX, place.MidY + 4.3f, look, SKTextAlign.Center);
        }
    }
}
