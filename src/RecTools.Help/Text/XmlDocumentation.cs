using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace RecTools.Help;

/// <summary>The sentences that stand in the source above types and their members, as the compiler wrote them beside the assemblies.</summary>
internal sealed partial class XmlDocumentation
{
    private static readonly string[] Assemblies = ["RecTools.PowerShell", "RecTools.Contracts"];

    private readonly Dictionary<string, XElement> summaries;

    private XmlDocumentation(Dictionary<string, XElement> summaries) => this.summaries = summaries;

    /// <summary>Reads those of the cmdlets and of the contracts.</summary>
    public static XmlDocumentation Load() => new(Assemblies
        .SelectMany(name => XDocument.Load(Path.Combine(AppContext.BaseDirectory, $"{name}.xml")).Descendants("member"))
        .Where(member => member.Element("summary") is not null)
        .ToDictionary(member => (string)member.Attribute("name")!, member => member.Element("summary")!));

    /// <summary>What a type is; empty where the source does not say.</summary>
    public string Of(Type type) => Text($"T:{type.FullName!.Replace('+', '.')}");

    /// <summary>What a property or a field, such as a value of an enumeration, is; empty where the source does not say.</summary>
    public string Of(MemberInfo member) => Text($"{(member is PropertyInfo ? 'P' : 'F')}:{member.DeclaringType!.FullName!.Replace('+', '.')}.{member.Name}");

    private string Text(string id) => summaries.TryGetValue(id, out var summary)
        ? Blanks().Replace(string.Concat(summary.Nodes().Select(Plain)), " ").Trim()
        : "";

    private static string Plain(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "see" or "seealso" or "paramref" or "typeparamref" } link =>
            ((string?)link.Attribute("cref") ?? (string?)link.Attribute("name") ?? (string?)link.Attribute("langword") ?? "").Split('.', ':')[^1],
        XElement element => string.Concat(element.Nodes().Select(Plain)),
        _ => "",
    };

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
