using System.Reflection;
using System.Xml.Linq;

namespace RecTools.Help;

/// <summary>List views of what cmdlets give out, for every type that has none by hand: all its properties, lists of them on one line.</summary>
internal static class ListViews
{
    /// <summary>Where they are.</summary>
    public const string FilePath = "module/RecTools.Lists.format.ps1xml";

    /// <summary>The file.</summary>
    /// <param name="repository">The folder of the solution, with the views made by hand.</param>
    /// <param name="commands">The cmdlets.</param>
    public static string Write(string repository, IReadOnlyList<CommandHelp> commands)
    {
        var byHand = Directory.GetFiles(Path.Combine(repository, "module"), "*.format.ps1xml").Where(file => Path.GetFileName(file) != Path.GetFileName(FilePath))
            .SelectMany(file => XDocument.Load(file).Descendants("View")).Where(view => view.Element("ListControl") is not null)
            .SelectMany(view => view.Descendants("TypeName")).Select(name => name.Value).ToHashSet();
        var types = commands.SelectMany(command => command.OutputTypes).Select(output => output.Type)
            .Where(type => type.Assembly == typeof(RecConnection).Assembly && !byHand.Contains(type.FullName!)).Distinct().OrderBy(type => type.FullName, StringComparer.Ordinal);
        var root = new XElement("Configuration", new XElement("ViewDefinitions", types.Select(ViewOf)));
        return $"""
            <?xml version="1.0" encoding="utf-8"?>
            <!-- Made by src/RecTools.Help from the types. A list view in another file takes the place of one here. -->
            {root.ToString().ReplaceLineEndings("\n")}

            """;
    }

    private static XElement ViewOf(Type type) => new(
        "View",
        new XElement("Name", $"{type.FullName}.List"),
        new XElement("ViewSelectedBy", new XElement("TypeName", type.FullName)),
        new XElement("ListControl", new XElement("ListEntries", new XElement("ListEntry", new XElement("ListItems", type.GetProperties().Select(property =>
            new XElement("ListItem", ItemOf(property))))))));

    private static XElement[] ItemOf(PropertyInfo property) => property.PropertyType.IsArray
        ? [new XElement("Label", property.Name), new XElement("ScriptBlock", $"$_.{property.Name} -join ', '")]
        : [new XElement("PropertyName", property.Name)];
}
