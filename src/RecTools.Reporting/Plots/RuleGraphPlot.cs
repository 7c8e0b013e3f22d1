using SkiaSharp;

namespace RecTools.Reporting;

/// <summary>Items on a circle, and a curve from the if-side to the then-side of each rule: its width the confidence, its colour the lift.</summary>
internal static class RuleGraphPlot
{
    private const float Dot = 4;
    private const float Arrow = 7;

    private static readonly TextLook NameLook = Theme.Body with { Size = 12 };

    /// <summary>The plot as a figure.</summary>
    /// <exception cref="ArgumentException">There is no rule.</exception>
    public static Figure FigureOf(RuleGraphData data, FigureLayout layout)
    {
        ArgumentOutOfRangeException.ThrowIfZero(data.Rules.Count, nameof(data));
        var graph = new RuleGraphLayout(data.Rules, layout.Choose(data.MaxItems, Math.Min(data.MaxItems, 20)));
        var scale = SequentialScale.Of(graph.Rules.Select(rule => rule.Lift));
        var key = new ColorKey(scale.Key("Lift"), layout.Width);
        string[] names = [.. graph.Items.Select(item => TextPainter.Fit(item, layout.Choose(170, 88), NameLook))];
        var label = names.Max(name => TextPainter.Width(name, NameLook)) + Dot + 8;
        var radius = Math.Min((layout.Width / 2) - label, layout.Choose(200, 120));
        return new Figure
        {
            Title = data.Title,
            Subtitle = $"{PlotNumbers.Count(graph.Rules.Count)} rules between {PlotNumbers.Count(graph.Items.Count)} items; "
                + $"most rules touch {Busiest(graph)}",
            Notes = ["Arrows lead from what is bought to what is bought with it", "Wider curves are surer rules", data.Source],
            Width = Figure.WidthAround(layout.Width),
            Height = Figure.HeightAround(key.Height + (2 * (radius + label)) + 8),
            Draw = (canvas, body) =>
            {
                key.Draw(canvas, body.Left, body.Top);
                var middle = new SKPoint(body.MidX, (body.Top + key.Height + body.Bottom) / 2);
                foreach (var line in graph.Lines.OrderBy(line => line.Rule.Lift))
                {
                    DrawLine(canvas, line, middle, radius, names.Length, scale);
                }

                for (var i = 0; i < names.Length; i++)
                {
                    DrawName(canvas, names[i], middle, radius, AngleOf(i, names.Length));
                }
            },
        };
    }

    private static string Busiest(RuleGraphLayout graph) =>
        graph.Items.MaxBy(item => graph.Rules.Count(rule => rule.Antecedent.Contains(item) || rule.Consequent.Contains(item)))!;

    // From the right on, a little turned, so that no name stands quite upright above another.
    private static double AngleOf(int place, int count) => (place + 0.5) * 2 * Math.PI / count;

    private static SKPoint At(SKPoint middle, double radius, double angle) =>
        new(middle.X + (float)(radius * Math.Cos(angle)), middle.Y + (float)(radius * Math.Sin(angle)));

    private static void DrawLine(SKCanvas canvas, RuleLine line, SKPoint middle, float radius, int count, SequentialScale scale)
    {
        var from = At(middle, radius - Dot, AngleOf(line.From, count));
        var to = At(middle, radius - Dot - 1, AngleOf(line.To, count));

        // Neighbours curve less, so that their curves do not all cross in the middle.
        var apart = Math.Abs(line.From - line.To);
        var bend = 0.25f + (0.5f * (1 - (Math.Min(apart, count - apart) / (count / 2f))));
        var control = new SKPoint(middle.X + ((((from.X + to.X) / 2) - middle.X) * bend), middle.Y + ((((from.Y + to.Y) / 2) - middle.Y) * bend));
        using var paint = new SKPaint
        {
            Color = scale.ColorOf(line.Rule.Lift).ToSKColor(), IsAntialias = true, IsStroke = true, StrokeWidth = 0.8f + (2.4f * (float)line.Rule.Confidence),
        };
        using var path = new SKPath();
        path.MoveTo(from);
        path.QuadTo(control, to);
        canvas.DrawPath(path, paint);

        var direction = to - control;
        var along = new SKPoint(direction.X / direction.Length, direction.Y / direction.Length);
        paint.IsStroke = false;
        using var head = new SKPath();
        head.MoveTo(to);
        head.LineTo(to.X - (along.X * Arrow) - (along.Y * Arrow / 2.2f), to.Y - (along.Y * Arrow) + (along.X * Arrow / 2.2f));
        head.LineTo(to.X - (along.X * Arrow) + (along.Y * Arrow / 2.2f), to.Y - (along.Y * Arrow) - (along.X * Arrow / 2.2f));
        head.Close();
        canvas.DrawPath(head, paint);
    }

    private static void DrawName(SKCanvas canvas, string name, SKPoint middle, float radius, double angle)
    {
        using var paint = new SKPaint { Color = Theme.Quiet.ToSKColor(), IsAntialias = true };
        canvas.DrawCircle(At(middle, radius, angle), Dot, paint);
        var onTheLeft = Math.Cos(angle) < 0;
        canvas.Save();
        canvas.Translate(At(middle, radius + Dot + 5, angle));
        canvas.RotateRadians((float)(onTheLeft ? angle + Math.PI : angle));
        TextPainter.Write(canvas, name, 0, 4.3f, NameLook, onTheLeft ? SKTextAlign.Right : SKTextAlign.Left);
        canvas.Restore();
    }
}
