namespace RecTools.Help;

/// <summary>Brings the parts of a cmdlet's page up to date that come from the source: its first sentence, and its parameters.</summary>
internal static class CommandPageText
{
    private const string Section = "Parameters";

    /// <summary>The page with today's parts.</summary>
    public static string Update(string markdown, CommandHelp command)
    {
        var sections = PageSections.Split(markdown, 2);
        var head = $"# {command.Name}\n\n> {command.Synopsis}\n\n{command.Page.Description}";
        var rest = sections.Skip(1).Where(section => section.Title != Section).Select(section => $"## {section.Title}\n\n{section.Body}");
        return PageSections.Replace(string.Join("\n\n", rest.Prepend(head)), Section, Parameters(command));
    }

    private static string Parameters(CommandHelp command) => string.Join('\n',
    [
        "| parameter | value | what it is |", "|---|---|---|",
        .. command.Parameters.Select(parameter =>
            $"| `-{parameter.Name}`{Aliases(parameter)} | {(parameter.IsSwitch ? "" : $"`{parameter.TypeName}`")}{(parameter.IsRequired ? " required" : "")} | {Cell(parameter)} |"),
    ]);

    private static string Aliases(ParameterHelp parameter) => parameter.Aliases.Count == 0 ? "" : $" ({string.Join(", ", parameter.Aliases.Select(alias => $"`{alias}`"))})";

    private static string Cell(ParameterHelp parameter)
    {
        var values = parameter.Values.Count == 0 ? "" : $" One of {string.Join(", ", parameter.Values.Select(value => $"`{value.Name}`"))}.";
        var given = parameter.Default.Length == 0 ? "" : $" Default: `{parameter.Default}`.";
        var pipeline = parameter.Pipeline == "false" ? "" : $" Pipeline: {parameter.Pipeline[6..^1].Replace("ByValue", "by value", StringComparison.Ordinal).Replace("ByPropertyName", "by property name", StringComparison.Ordinal)}.";
        return $"{parameter.Text}{values}{given}{pipeline}".Replace("|", "\\|", StringComparison.Ordinal);
    }
}
