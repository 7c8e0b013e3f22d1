using System.Xml.Linq;

namespace RecTools.Reporting;

/// <summary>Makes elements of a page. Whatever is text in them is escaped when the page is written.</summary>
internal static class Tag
{
    /// <summary>An element with attributes and content.</summary>
    public static XElement Of(string name, params object?[] content)
    {
        var element = new XElement(name, content);
        Clean(element);
        return element;
    }

    /// <summary>An attribute.</summary>
    public static XAttribute With(string name, string value) => new(name, TextPainter.Clean(value));

    /// <summary>The class of an element.</summary>
    public static XAttribute Class(string value) => new("class", value);

    // Characters that no XML may hold, however escaped, stand in no page.
    private static void Clean(XElement element)
    {
        foreach (var text in element.Nodes().OfType<XText>().Where(text => text is not XCData).ToList())
        {
            text.Value = TextPainter.Clean(text.Value);
        }
    }
}
