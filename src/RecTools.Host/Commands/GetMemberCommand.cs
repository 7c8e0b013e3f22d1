using System.Management.Automation;

namespace RecTools.Host.Commands;

/// <summary>The properties and methods of objects; one list for each type.</summary>
[Cmdlet(VerbsCommon.Get, "Member")]
public sealed class GetMemberCommand : PSCmdlet
{
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);

    /// <summary>The objects.</summary>
    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    /// <summary>The members' names; wildcards are allowed.</summary>
    [Parameter(Position = 0)]
    public string[] Name { get; set; } = ["*"];

    /// <summary>What sort of members.</summary>
    [Parameter]
    [Alias("Type")]
    public PSMemberTypes MemberType { get; set; } = PSMemberTypes.All;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (InputObject is null || !seen.Add(InputObject.TypeNames[0]))
            return;
        WildcardPattern[] patterns = [.. Name.Select(name => WildcardPattern.Get(name, WildcardOptions.IgnoreCase))];
        IEnumerable<PSMemberInfo> members = InputObject.Members
            .Where(member => (member.MemberType & MemberType) != 0 && patterns.Any(pattern => pattern.IsMatch(member.Name)))
            .Where(member => !member.Name.StartsWith("get_", StringComparison.Ordinal) && !member.Name.StartsWith("set_", StringComparison.Ordinal))
            .OrderBy(member => member.MemberType is PSMemberTypes.Method ? 0 : 1)
            .ThenBy(member => member.MemberType.ToString(), StringComparer.Ordinal)
            .ThenBy(member => member.Name, StringComparer.OrdinalIgnoreCase);
        foreach (PSMemberInfo member in members)
            WriteObject(Shown(InputObject.TypeNames[0], member));
    }

    /// <summary>An object with the properties and, through its type's name, the view of pwsh's member definitions.</summary>
    private static PSObject Shown(string type, PSMemberInfo member)
    {
        PSObject shown = new();
        shown.TypeNames.Insert(0, "Microsoft.PowerShell.Commands.MemberDefinition");
        shown.Properties.Add(new PSNoteProperty("TypeName", type));
        shown.Properties.Add(new PSNoteProperty("Name", member.Name));
        shown.Properties.Add(new PSNoteProperty("MemberType", member.MemberType));
        shown.Properties.Add(new PSNoteProperty("Definition", member.ToString()));
        return shown;
    }
}
