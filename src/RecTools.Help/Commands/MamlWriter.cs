using System.Management.Automation;
using System.Xml.Linq;

namespace RecTools.Help;

/// <summary>Writes the help of cmdlets in the markup that Get-Help reads.</summary>
internal static class MamlWriter
{
    private static readonly XNamespace Maml = "http://schemas.microsoft.com/maml/2004/10";
    private static readonly XNamespace Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private static readonly XNamespace Dev = "http://schemas.microsoft.com/maml/dev/2004/10";
    private static readonly XNamespace Root = "http://msh";

    /// <summary>The file for all cmdlets.</summary>
    public static string Write(IReadOnlyList<CommandHelp> commands)
    {
        var root = new XElement(Root + "helpItems", new XAttribute("schema", "maml"), commands.Select(One));
        return $"""
            <?xml version="1.0" encoding="utf-8"?>
            <!-- Made by src/RecTools.Help from the source and docs/cmdlets. Change those. -->
            {root.ToString().ReplaceLineEndings("\n")}

            """;
    }

    private static XElement One(CommandHelp command) => new(
        Command + "command",
        new XAttribute(XNamespace.Xmlns + "maml", Maml),
        new XAttribute(XNamespace.Xmlns + "command", Command),
        new XAttribute(XNamespace.Xmlns + "dev", Dev),
        new XElement(
            Command + "details",
            new XElement(Command + "name", command.Name),
            Description([command.Synopsis]),
            new XElement(Command + "verb", command.Name.Split('-')[0]),
            new XElement(Command + "noun", command.Name.Split('-')[1])),
        Description(Paragraphs(command.Page.Description)),
        new XElement(Command + "syntax", command.Sets.Select(set => new XElement(
            Command + "syntaxItem", new XElement(Maml + "name", command.Name), set.Select(pair => Parameter(pair.Parameter, pair.Info))))),
        new XElement(Command + "parameters", command.Parameters.Select(parameter => Parameter(parameter, null))),
        new XElement(Command + "inputTypes", command.Parameters.Where(parameter => parameter.Pipeline != "false").Select(parameter => new XElement(
            Command + "inputType", TypeOf(parameter.TypeName), Description([$"-{parameter.Name}: {parameter.Pipeline[6..^1]}"])))),
        new XElement(Command + "returnValues", command.OutputTypes.Select(output => new XElement(
            Command + "returnValue", TypeOf(output.Type.FullName!), Description([output.Text])))),
        command.Page.Notes.Length == 0 ? null : new XElement(Maml + "alertSet", new XElement(Maml + "alert", Paragraphs(command.Page.Notes).Select(Para))),
        new XElement(Command + "examples", command.Page.Examples.Select((example, index) => new XElement(
            Command + "example",
            new XElement(Maml + "title", $"-- {index + 1}: {PlainText.Inline(example.Title)} --"),
            new XElement(Dev + "code", example.Code),
            new XElement(Dev + "remarks", Paragraphs(example.Remarks).Append("").Select(Para))))),
        new XElement(Command + "relatedLinks", command.Page.Links.Select(link => new XElement(
            Maml + "navigationLink", new XElement(Maml + "linkText", Link(link.Text, link.Address)), new XElement(Maml + "uri")))));

    private static XElement Parameter(ParameterHelp parameter, CommandParameterInfo? info) => new(
        Command + "parameter",
        new XAttribute("required", info?.IsMandatory ?? parameter.IsRequired ? "true" : "false"),
        new XAttribute("variableLength", parameter.Type.IsArray ? "true" : "false"),
        new XAttribute("globbing", parameter.HasWildcards ? "true" : "false"),
        new XAttribute("pipelineInput", parameter.Pipeline),
        new XAttribute("position", info is null ? parameter.Position : info.Position < 0 ? "named" : $"{info.Position + 1}"),
        new XAttribute("aliases", parameter.Aliases.Count == 0 ? "none" : string.Join(", ", parameter.Aliases)),
        new XElement(Maml + "name", parameter.Name),
        info is null ? Description(parameter.Paragraphs) : null,
        parameter.IsSwitch ? null
            : info is not null && parameter.Values.Count > 0
                ? new XElement(Command + "parameterValueGroup", parameter.Values.Select(value => Value(value.Name, false)))
                : Value(parameter.TypeName, true),
        TypeOf(parameter.TypeName),
        new XElement(Dev + "defaultValue", parameter.IsSwitch ? "False" : parameter.Default.Length == 0 ? "None" : parameter.Default));

    // Another cmdlet is found by its name.
    private static string Link(string text, string address) =>
        address.Contains('/', StringComparison.Ordinal) ? $"{PlainText.Inline(text)} ({address.Replace("../", "docs/", StringComparison.Ordinal)})" : PlainText.Inline(text);

    private static XElement Value(string name, bool isRequired) =>
        new(Command + "parameterValue", new XAttribute("required", isRequired ? "true" : "false"), new XAttribute("variableLength", "false"), name);

    private static XElement TypeOf(string name) => new(Dev + "type", new XElement(Maml + "name", name), new XElement(Maml + "uri"));

    private static XElement Description(IEnumerable<string> paragraphs) => new(Maml + "description", paragraphs.Where(text => text.Length > 0).Select(Para));

    private static XElement Para(string text) => new(Maml + "para", text);

    // Lists and blocks of code keep their lines; Get-Help wraps the rest by itself.
    private static IEnumerable<string> Paragraphs(string markdown) =>
        PlainText.Blocks(markdown, 0).Split("\n\n").Select(block => block.Trim('\n')).Where(block => block.Length > 0)
            .Select(block => block.Contains("\n  ", StringComparison.Ordinal) || block.StartsWith("- ", StringComparison.Ordinal) || block.StartsWith(' ') ? block : block.Replace('\n', ' '));
}
