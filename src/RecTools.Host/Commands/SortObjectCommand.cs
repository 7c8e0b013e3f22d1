using System.Globalization;
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

    /// <summary>What to sort by, the first thing first; without it the objects themselves.</summary>
    [Parameter(Position = 0)]
    public object[]? Property { get; set; }

    /// <summary>The greatest first.</summary>
    [Parameter]
    public SwitchParameter Descending { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (InputObject is not null)
            items.Add(InputObject);
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        Comparer<object?> order = Comparer<object?>.Create((left, right) => LanguagePrimitives.Compare(left, right, ignoreCase: true, CultureInfo.CurrentCulture));
        if (items.Count > 0)
        {
            PropertyExpression[] keys = Property is null
                ? [new("", item => item)]
                : [.. Property.SelectMany(given => PropertyExpression.Read(given, items[0]))];
            IOrderedEnumerable<PSObject> sorted = By(keys[0]);
            foreach (PropertyExpression key in keys.Skip(1))
                sorted = Descending ? sorted.ThenByDescending(key.ValueOf, order) : sorted.ThenBy(key.ValueOf, order);
            WriteObject(sorted, enumerateCollection: true);
        }

        IOrderedEnumerable<PSObject> By(PropertyExpression key) => Descending ? items.OrderByDescending(key.ValueOf, order) : items.OrderBy(key.ValueOf, order);
    }
}
