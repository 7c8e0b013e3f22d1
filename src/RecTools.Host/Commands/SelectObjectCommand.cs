using System.Collections;
using System.Management.Automation;
using RecTools.Host.Engine;

namespace RecTools.Host.Commands;

/// <summary>Passes on some of the objects, or some of their properties.</summary>
[Cmdlet(VerbsCommon.Select, "Object")]
public sealed class SelectObjectCommand : PSCmdlet
{
    private readonly Queue<PSObject> last = new();
    private int seen;
    private int passed;

    /// <summary>The objects.</summary>
    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    /// <summary>Properties to keep: names, or tables with Name and Expression.</summary>
    [Parameter(Position = 0)]
    public object[]? Property { get; set; }

    /// <summary>A property whose value takes the object's place.</summary>
    [Parameter]
    public string? ExpandProperty { get; set; }

    /// <summary>How many from the start.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int? First { get; set; }

    /// <summary>How many from the end.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int? Last { get; set; }

    /// <summary>How many to leave out at the start.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int Skip { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (InputObject is null || seen++ < Skip)
            return;
        if (Last is { } wanted)
        {
            last.Enqueue(InputObject);
            if (last.Count > wanted)
                last.Dequeue();
            return;
        }

        if (First is null || passed < First)
        {
            passed++;
            Pass(InputObject);
        }

        if (passed == First)
            throw EngineInternals.StopUpstream(this);
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        foreach (PSObject item in last)
            Pass(item);
    }

    private void Pass(PSObject item)
    {
        if (ExpandProperty is not null)
        {
            object? value = item.Properties[ExpandProperty]?.Value;
            WriteObject(value, enumerateCollection: value is IEnumerable and not string);
        }
        else if (Property is not null)
        {
            PSObject chosen = new();
            foreach (PropertyExpression property in Property.SelectMany(given => PropertyExpression.Read(given, item)))
                chosen.Properties.Add(new PSNoteProperty(property.Name, property.ValueOf(item)));
            WriteObject(chosen);
        }
        else
        {
            WriteObject(item);
        }
    }
}
