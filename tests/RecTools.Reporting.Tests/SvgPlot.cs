using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace RecTools.Tests;

/// <summary>What a plot written as SVG holds.</summary>
internal sealed partial class SvgPlot(XDocument document)
{
    /// <summary>All texts, in the order drawn.</summary>
    public IReadOnlyList<string> Texts { get; } = [.. document.Descendants().Where(element => element.Name.LocalName == "text").Select(element => element.Value)];

    /// <summary>Width and height.</summary>
    public (int Width, int Height) Size => ((int)Number(document.Root!, "width"), (int)Number(document.Root!, "height"));

    /// <summary>The title for who cannot see the plot.</summary>
    public string Title => document.Root!.Elements().Single(element => element.Name.LocalName == "title").Value;

    /// <summary>The description for who cannot see the plot.</summary>
    public string Description => document.Root!.Elements().Single(element => element.Name.LocalName == "desc").Value;

    /// <summary>Elements of a kind with an attribute of a value.</summary>
    public int Count(string element, string attribute, string value) =>
        document.Descendants().Count(found => found.Name.LocalName == element && found.Attribute(attribute)?.Value == value);

    /// <summary>The rectangles that the texts take up, by their lengths and their baselines.</summary>
    public IReadOnlyList<TextBox> Boxes => [.. document.Descendants().Where(element => element.Name.LocalName == "text").Select(BoxOf)];

    private static TextBox BoxOf(XElement text)
    {
        var (x, y, length, height) = (Number(text, "x"), Number(text, "y"), Number(text, "textLength"), Number(text, "font-size") * 0.72);
        var numbers = Numbers().Matches(text.Attribute("transform")?.Value ?? "").Select(match => double.Parse(match.Value, CultureInfo.InvariantCulture)).ToArray();
        return numbers.Length switch
        {
            0 => new TextBox(text.Value, x, y - height, x + length, y),
            2 => new TextBox(text.Value, numbers[0] + x, numbers[1] + y - height, numbers[0] + x + length, numbers[1] + y),
            6 => new TextBox(text.Value, numbers[4] + y - height, numbers[5] - x - length, numbers[4] + y, numbers[5] - x),
            _ => throw new InvalidOperationException($"A text is turned as by '{text.Attribute("transform")}'."),
        };
    }

    private static double Number(XElement element, string attribute) =>
        double.Parse(element.Attribute(attribute)?.Value ?? "0", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"-?\d+(\.\d+)?")]
    private static partial Regex Numbers();
}

/// <summary>Where a text stands.</summary>
internal readonly record struct TextBox(string Text, double Left, double Top, double Right, double Bottom)
{
    public bool Covers(TextBox other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;
}
