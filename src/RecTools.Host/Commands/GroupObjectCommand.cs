using System.Collections;
using System.Collections.ObjectModel;
using System.Management.Automation;

namespace RecTools.Host.Commands;

/// <summary>Puts objects with equal values together; the groups come in the order of their values.</summary>
[Cmdlet("Group", "Object")]
public sealed class GroupObjectCommand : PSCmdlet
{
    private readonly List<PSObject> items = [];

    /// <summary>The objects.</summary>
    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    /// <summary>What to group by; without it the objects themselves.</summary>
    [Parameter(Position = 0)]
    public object[]? Property { get; set; }

    /// <summary>Counts only.</summary>
    [Parameter]
    public SwitchParameter NoElement { get; set; }

    /// <summary>One table from values to objects, instead of a group object each.</summary>
    [Parameter]
    [Alias("AHT")]
    public SwitchParameter AsHashTable { get; set; }

    /// <summary>The table's keys are text.</summary>
    [Parameter]
    public SwitchParameter AsString { get; set; }

    /// <summary>Case matters in text.</summary>
    [Parameter]
    public SwitchParameter CaseSensitive { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (InputObject is not null)
            items.Add(InputObject);
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        List<(object?[] Keys, Collection<PSObject> Members)> groups = Groups();
        if (AsHashTable)
        {
            WriteObject(Table(groups));
            return;
        }

        foreach ((object?[] keys, Collection<PSObject> members) in groups)
            WriteObject(Shown(keys, members));
    }

    private List<(object?[] Keys, Collection<PSObject> Members)> Groups()
    {
        CalculatedProperty[] properties = CalculatedProperty.ReadAll(Property);
        ValueComparer order = new(CaseSensitive);
        Comparer<object?[]> byKeys = Comparer<object?[]>.Create((left, right) =>
            left.Zip(right, order.Compare).FirstOrDefault(sign => sign != 0));
        List<(object?[] Keys, Collection<PSObject> Members)> groups = [];
        var sorted = items
            .Select(item => (Item: item, Keys: properties.Length == 0 ? [item.BaseObject] : Array.ConvertAll(properties, property => property.ValueOf(item))))
            .OrderBy(pair => pair.Keys, byKeys);
        foreach ((PSObject item, object?[] keys) in sorted)
        {
            if (groups.Count == 0 || byKeys.Compare(groups[^1].Keys, keys) != 0)
                groups.Add((keys, []));
            groups[^1].Members.Add(item);
        }

        return groups;
    }

    /// <summary>An object with the properties and, through its type's name, the view of pwsh's groups.</summary>
    private PSObject Shown(object?[] keys, Collection<PSObject> members)
    {
        PSObject group = new();
        group.TypeNames.Insert(0, NoElement ? "Microsoft.PowerShell.Commands.GroupInfoNoElement" : "Microsoft.PowerShell.Commands.GroupInfo");
        group.Properties.Add(new PSNoteProperty("Values", new ArrayList(keys)));
        group.Properties.Add(new PSNoteProperty("Count", members.Count));
        group.Properties.Add(new PSNoteProperty("Group", NoElement ? new Collection<PSObject>() : members));
        group.Properties.Add(new PSNoteProperty("Name", Name(keys)));
        return group;
    }

    private Hashtable Table(List<(object?[] Keys, Collection<PSObject> Members)> groups)
    {
        Hashtable table = new(CaseSensitive ? StringComparer.CurrentCulture : StringComparer.CurrentCultureIgnoreCase);
        foreach ((object?[] keys, Collection<PSObject> members) in groups)
        {
            object key = AsString || keys.Length > 1 || keys[0] is null ? Name(keys) : Bare(keys[0]!);
            table[key] = members;
        }

        return table;
    }

    private static string Name(object?[] keys) => string.Join(", ", keys.Select(key => LanguagePrimitives.ConvertTo<string>(key)));

    private static object Bare(object key) => key is PSObject wrapped ? wrapped.BaseObject : key;
}
