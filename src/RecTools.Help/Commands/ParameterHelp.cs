using System.Globalization;
using System.Management.Automation;
using System.Reflection;

namespace RecTools.Help;

/// <summary>All that the help says of one parameter.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Type of its value, without the part that says that it may be missing.</param>
/// <param name="Text">What it is, in the sentence of the source, with the other names that it has.</param>
/// <param name="Values">The values that it may have and what each means; none where any will do.</param>
/// <param name="Default">Its value where it is not given; empty for none.</param>
/// <param name="Aliases">Other names.</param>
/// <param name="Position">Its place on the line as the help shows it: from 1, or named.</param>
/// <param name="IsRequired">Whether every way of calling the cmdlet wants it.</param>
/// <param name="Pipeline">How objects of the pipeline give it, as the help shows it.</param>
/// <param name="HasWildcards">Whether its value may have wildcards.</param>
internal sealed record ParameterHelp(
    string Name,
    Type Type,
    string Text,
    IReadOnlyList<(string Name, string Text)> Values,
    string Default,
    IReadOnlyList<string> Aliases,
    string Position,
    bool IsRequired,
    string Pipeline,
    bool HasWildcards)
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(int)] = "int", [typeof(long)] = "long", [typeof(double)] = "double", [typeof(bool)] = "bool", [typeof(string)] = "string", [typeof(object)] = "object",
    };

    /// <summary>Its type as PowerShell writes it.</summary>
    public string TypeName => Shown(Type);

    /// <summary>Whether it is given without a value.</summary>
    public bool IsSwitch => Type == typeof(SwitchParameter);

    /// <summary>Its sentence and its values.</summary>
    public IEnumerable<string> Paragraphs =>
        Values.Count == 0 ? [Text] : [Text, .. Values.Select(value => value.Text.Length == 0 ? value.Name : $"{value.Name}: {value.Text}")];

    /// <summary>Those that every cmdlet has that writes.</summary>
    public static ParameterHelp OfWriting(string name) => new(
        name, typeof(SwitchParameter), name == "WhatIf" ? "Says what would be done, and does nothing." : "Asks before it does anything.",
        [], "", [name == "WhatIf" ? "wi" : "cf"], "named", false, "false", false);

    /// <summary>Reads one.</summary>
    /// <param name="property">Where it is declared.</param>
    /// <param name="infos">How the engine sees it in each way of calling the cmdlet.</param>
    /// <param name="setCount">How many ways there are.</param>
    /// <param name="blank">A cmdlet that was given nothing.</param>
    /// <param name="documentation">The sentences of the source.</param>
    public static ParameterHelp Of(PropertyInfo property, IReadOnlyList<CommandParameterInfo> infos, int setCount, object blank, XmlDocumentation documentation)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        var value = type.IsArray ? type.GetElementType()! : type;
        var positions = infos.Where(info => info.Position >= 0).Select(info => info.Position + 1).ToList();
        var ways = new[] { (infos.Any(info => info.ValueFromPipeline), "ByValue"), (infos.Any(info => info.ValueFromPipelineByPropertyName), "ByPropertyName") }
            .Where(way => way.Item1).Select(way => way.Item2).ToList();
        return new ParameterHelp(
            property.Name,
            type,
            documentation.Of(property),
            value.IsEnum ? [.. Enum.GetNames(value).Select(name => (name, value.Assembly == typeof(RecConnection).Assembly ? documentation.Of(value.GetField(name)!) : ""))]
                : [.. property.GetCustomAttribute<ValidateSetAttribute>()?.ValidValues.Select(name => (name, "")) ?? []],
            DefaultOf(property, blank),
            property.GetCustomAttribute<AliasAttribute>()?.AliasNames.ToArray() ?? [],
            positions.Count == 0 ? "named" : positions.Min().ToString(CultureInfo.InvariantCulture),
            infos.Count == setCount && infos.All(info => info.IsMandatory),
            ways.Count == 0 ? "false" : $"true ({string.Join(", ", ways)})",
            property.IsDefined(typeof(SupportsWildcardsAttribute)));
    }

    private static string Shown(Type type) => type.IsArray ? $"{Shown(type.GetElementType()!)}[]" : Keywords.GetValueOrDefault(type, type.Name);

    // What the property holds before anything was given; nothing and the largest number stand for no choice.
    private static string DefaultOf(PropertyInfo property, object blank) => property.GetValue(blank) switch
    {
        null or SwitchParameter or "" or Array { Length: 0 } or int.MaxValue => "",
        Enum value => value.ToString(),
        bool value => value.ToString(),
        IFormattable number when property.PropertyType.IsPrimitive => number.ToString(null, CultureInfo.InvariantCulture),
        string text => text,
        _ => "",
    };
}
