using System.Management.Automation;

namespace RecTools.Host.Commands;

/// <summary>Passes the objects on in order; equal ones in the order they came.</summary>
[Cmdlet("Sort", "Object")]
public sealed class SortObjectCommand : PSCmdlet
{
    private readonly List<PSObject> items = [];

    /// <summary>The objects.</summary>
    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    /// <summary>What to sort by, the first thing first; without it the objects themselves. A table may hold Expression and Descending.</summary>
    [Parameter(Position = 0)]
    public object[]? Property { get; set; }

    /// <summary>The greatest first.</summary>
    [Parameter]
    public SwitchParameter Descending { get; set; }

    /// <summary>Of equal objects only the first.</summary>
    [Parameter]
    public SwitchParameter Unique { get; set; }

    /// <summary>Case matters in text.</summary>
    [Parameter]
    public SwitchParameter CaseSensitive { get; set; }

    /// <summary>How many of the first in order.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int? Top { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (InputObject is not null)
            items.Add(InputObject);
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        CalculatedProperty[] properties = CalculatedProperty.ReadAll(Property);
        bool[] descending = properties.Length == 0 ? [Descending] : [.. properties.Select(property => property.Descending ?? Descending)];
        ValueComparer order = new(CaseSensitive);

        int Compare(object?[] left, object?[] right)
        {
            for (int i = 0; i < descending.Length; i++)
            {
                int sign = order.Compare(left[i], right[i]);
                if (sign != 0)
                    return descending[i] ? -sign : sign;
            }

            return 0;
        }

        // Values are read once an object, not once a comparison: they may be the results of scripts.
        var sorted = items
            .Select(item => (Item: item, Keys: properties.Length == 0 ? [item] : Array.ConvertAll(properties, property => property.ValueOf(item))))
            .OrderBy(pair => pair.Keys, Comparer<object?[]>.Create(Compare));
        object?[]? previous = null;
        int written = 0;
        foreach ((PSObject item, object?[] keys) in sorted)
        {
            if (written == Top)
                break;
            if (Unique && previous is not null && Compare(previous, keys) == 0)
                continue;
            previous = keys;
            written++;
            WriteObject(item);
        }
    }
}
