using System.Management.Automation;
using RecTools.Host.Engine;

namespace RecTools.Host.Commands;

/// <summary>Passes on some of the objects, or some of their properties.</summary>
[Cmdlet(VerbsCommon.Select, "Object")]
public sealed class SelectObjectCommand : PSCmdlet
{
    private readonly Queue<PSObject> last = new();
    private readonly List<PSObject> unique = [];
    private readonly ValueComparer equality = new(caseSensitive: true);
    private CalculatedProperty[] properties = [];
    private WildcardPattern[] excluded = [];
    private int seen;
    private int passed;

    /// <summary>The objects.</summary>
    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    /// <summary>Properties to keep: names, or tables with Name and Expression.</summary>
    [Parameter(Position = 0)]
    public object[]? Property { get; set; }

    /// <summary>Properties to leave out; alone it keeps all others.</summary>
    [Parameter]
    public string[]? ExcludeProperty { get; set; }

    /// <summary>A property whose value takes the object's place.</summary>
    [Parameter]
    public string? ExpandProperty { get; set; }

    /// <summary>Of equal results only the first.</summary>
    [Parameter]
    public SwitchParameter Unique { get; set; }

    /// <summary>How many from the start.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int? First { get; set; }

    /// <summary>How many from the end.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int? Last { get; set; }

    /// <summary>How many to leave out at the start, or with -Last alone at the end.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int Skip { get; set; }

    private bool SkipsAtEnd => Last is not null && First is null;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        properties = CalculatedProperty.ReadAll(Property ?? (ExcludeProperty is null || ExpandProperty is not null ? null : ["*"]));
        excluded = [.. (ExcludeProperty ?? []).Select(name => WildcardPattern.Get(name, WildcardOptions.IgnoreCase))];
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (InputObject is null || (seen++ < Skip && !SkipsAtEnd))
            return;
        if (passed < First || (First is null && Last is null))
        {
            passed++;
            Pass(InputObject);
        }
        else if (Last is { } wanted)
        {
            last.Enqueue(InputObject);
            if (last.Count > wanted + (SkipsAtEnd ? Skip : 0))
                last.Dequeue();
        }

        if (passed == First && Last is null or 0)
            throw EngineInternals.StopUpstream(this);
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        int from = SkipsAtEnd ? Math.Max(last.Count - Skip, 0) : last.Count;
        foreach (PSObject item in last.Take(from))
            Pass(item);
    }

    private void Pass(PSObject item)
    {
        if (ExpandProperty is not null)
            Expand(item);
        else
            Emit(properties.Length > 0 ? Chosen(item) : item);
    }

    private void Expand(PSObject item)
    {
        (string name, object? value) = CalculatedProperty.Read(ExpandProperty).Of(item).FirstOrDefault();
        if (name is null || (value is null && item.Properties[name] is null && item.BaseObject is not System.Collections.IDictionary))
        {
            PSArgumentException missing = new($"Property \"{ExpandProperty}\" cannot be found.");
            WriteError(new ErrorRecord(missing, "ExpandPropertyNotFound", ErrorCategory.InvalidArgument, item));
            return;
        }

        System.Collections.IEnumerable values = LanguagePrimitives.GetEnumerable(value) ?? new[] { value };
        foreach (object? element in values)
        {
            if (properties.Length == 0 || element is null)
            {
                Emit(element);
                continue;
            }

            PSObject extended = PSObject.AsPSObject(element);
            AddProperties(item, extended);
            Emit(extended);
        }
    }

    private PSObject Chosen(PSObject item)
    {
        PSObject chosen = new();
        chosen.TypeNames.Insert(0, "Selected." + item.TypeNames[0].Replace("Selected.", "", StringComparison.Ordinal));
        AddProperties(item, chosen);
        return chosen;
    }

    private void AddProperties(PSObject from, PSObject to)
    {
        foreach ((string name, object? value) in properties.SelectMany(property => property.Of(from)))
        {
            if (!excluded.Any(pattern => pattern.IsMatch(name)) && to.Properties[name] is null)
                to.Properties.Add(new PSNoteProperty(name, value));
        }
    }

    private void Emit(object? result)
    {
        if (Unique)
        {
            PSObject wrapped = PSObject.AsPSObject(result ?? AutomationNull);
            if (unique.Any(other => Same(other, wrapped)))
                return;
            unique.Add(wrapped);
        }

        WriteObject(result);
    }

    private static PSObject AutomationNull => System.Management.Automation.Internal.AutomationNull.Value;

    /// <summary>Objects of chosen properties are equal when all of these are; others when they compare as equal.</summary>
    private bool Same(PSObject left, PSObject right)
    {
        if (left.BaseObject is not PSCustomObject || right.BaseObject is not PSCustomObject)
            return equality.Compare(left, right) == 0;
        return left.Properties.Count() == right.Properties.Count()
            && left.Properties.All(property => right.Properties[property.Name] is { } other && equality.Compare(property.Value, other.Value) == 0);
    }
}
