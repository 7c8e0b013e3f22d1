using System.Management.Automation;
using System.Reflection;
using RecTools.PowerShell;

namespace RecTools.Help;

/// <summary>All that the help says of one cmdlet.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Synopsis">What it does, in the sentence of the source.</param>
/// <param name="Page">What its page says.</param>
/// <param name="Parameters">Its own parameters in the order of the alphabet, without hidden and common ones.</param>
/// <param name="Sets">How parameters go together: for each way of calling it their names, in the order that a line shows them.</param>
/// <param name="OutputTypes">What it gives out.</param>
internal sealed record CommandHelp(
    string Name,
    string Synopsis,
    CommandPage Page,
    IReadOnlyList<ParameterHelp> Parameters,
    IReadOnlyList<IReadOnlyList<(ParameterHelp Parameter, CommandParameterInfo Info)>> Sets,
    IReadOnlyList<(Type Type, string Text)> OutputTypes)
{
    /// <summary>Those of all cmdlets of the module, in the order of the alphabet.</summary>
    /// <exception cref="InvalidDataException">A cmdlet has no page.</exception>
    public static IReadOnlyList<CommandHelp> All(string repository, XmlDocumentation documentation) =>
    [
        .. Cmdlets().OrderBy(command => command.Name, StringComparer.Ordinal).Select(command =>
        {
            var path = Path.Combine(repository, CommandPage.PathOf(command.Name));
            return File.Exists(path)
                ? Of(command, CommandPage.Read(File.ReadAllText(path).ReplaceLineEndings("\n")), documentation)
                : throw new InvalidDataException($"{CommandPage.PathOf(command.Name)} is missing. Write it, in the manner of the others in its folder.");
        }),
    ];

    /// <summary>The cmdlets that the module's assembly has.</summary>
    public static IEnumerable<CmdletInfo> Cmdlets() => typeof(RecCmdlet).Assembly.GetTypes()
        .Where(type => !type.IsAbstract && type.IsDefined(typeof(CmdletAttribute)))
        .Select(type => (type, attribute: type.GetCustomAttribute<CmdletAttribute>()!))
        .Select(pair => new CmdletInfo($"{pair.attribute.VerbName}-{pair.attribute.NounName}", pair.type));

    private static CommandHelp Of(CmdletInfo command, CommandPage page, XmlDocumentation documentation)
    {
        var type = command.ImplementingType;
        var blank = Activator.CreateInstance(type)!;
        var parameters = command.ParameterSets.SelectMany(set => set.Parameters)
            .Where(info => type.GetProperty(info.Name) is { } property && !property.GetCustomAttributes<ParameterAttribute>().Any(attribute => attribute.DontShow))
            .GroupBy(info => info.Name)
            .Select(group => ParameterHelp.Of(type.GetProperty(group.Key)!, [.. group], command.ParameterSets.Count, blank, documentation))
            .Concat(command.ParameterSets[0].Parameters.Where(info => info.Name is "WhatIf" or "Confirm").Select(info => ParameterHelp.OfWriting(info.Name)))
            .OrderBy(parameter => parameter.Name, StringComparer.Ordinal)
            .ToList();
        var byName = parameters.ToDictionary(parameter => parameter.Name);
        return new CommandHelp(
            command.Name,
            documentation.Of(type),
            page,
            parameters,
            [.. command.ParameterSets.OrderByDescending(set => set.IsDefault).Select(set => (IReadOnlyList<(ParameterHelp, CommandParameterInfo)>)
                [.. InOrder(set.Parameters).Where(info => byName.ContainsKey(info.Name)).Select(info => (byName[info.Name], info))])],
            [.. type.GetCustomAttributes<OutputTypeAttribute>().SelectMany(attribute => attribute.Type).Select(output => (output.Type ?? typeof(PSObject), TextOf(output.Type, documentation)))]);
    }

    private static string TextOf(Type? type, XmlDocumentation documentation) => type?.Assembly == typeof(RecConnection).Assembly ? documentation.Of(type) : "";

    // As the engine shows a line: by position, then what must be given, then the rest.
    private static IEnumerable<CommandParameterInfo> InOrder(IEnumerable<CommandParameterInfo> parameters) => parameters
        .OrderBy(info => info.Position < 0 ? int.MaxValue : info.Position).ThenByDescending(info => info.IsMandatory).ThenBy(info => info.Name, StringComparer.Ordinal);
}
