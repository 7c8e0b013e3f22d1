using System.Management.Automation;
using System.Reflection;

namespace RecTools.Host.Engine;

/// <summary>A command of this host that stands in for one of pwsh's modules.</summary>
/// <param name="Type">The cmdlet.</param>
/// <param name="Summary">One line for the help: what it does and which part of the original it has.</param>
internal sealed record BuiltInCommand(Type Type, string Summary)
{
    /// <summary>Verb-Noun.</summary>
    public string Name { get; } = NameOf(Type);

    private static string NameOf(Type type)
    {
        CmdletAttribute cmdlet = type.GetCustomAttribute<CmdletAttribute>()
            ?? throw new ArgumentException($"{type.Name} is not a cmdlet.", nameof(type));
        return cmdlet.VerbName + "-" + cmdlet.NounName;
    }
}
