using System.Globalization;
using System.Management.Automation;

namespace RecTools.Host.Commands;

/// <summary>Counts objects, and sums up the numbers in their properties.</summary>
[Cmdlet("Measure", "Object")]
public sealed class MeasureObjectCommand : PSCmdlet
{
    private readonly ValueComparer order = new(caseSensitive: false);
    private readonly Dictionary<string, Measures> measured = new(StringComparer.OrdinalIgnoreCase);
    private CalculatedProperty[] properties = [];

    /// <summary>The objects.</summary>
    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    /// <summary>The properties; without them the objects themselves.</summary>
    [Parameter(Position = 0)]
    public object[]? Property { get; set; }

    /// <summary>The sum.</summary>
    [Parameter]
    public SwitchParameter Sum { get; set; }

    /// <summary>The mean.</summary>
    [Parameter]
    public SwitchParameter Average { get; set; }

    /// <summary>The least value.</summary>
    [Parameter]
    public SwitchParameter Minimum { get; set; }

    /// <summary>The greatest value.</summary>
    [Parameter]
    public SwitchParameter Maximum { get; set; }

    /// <summary>The standard deviation of a sample.</summary>
    [Parameter]
    public SwitchParameter StandardDeviation { get; set; }

    /// <summary>All of these.</summary>
    [Parameter]
    public SwitchParameter AllStats { get; set; }

    private bool NeedsNumbers => Sum || Average || StandardDeviation || AllStats;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        properties = CalculatedProperty.ReadAll(Property);
        if (properties.Length == 0)
            measured[""] = new Measures();
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (InputObject is null)
            return;
        if (properties.Length == 0)
        {
            Add("", InputObject);
            return;
        }

        foreach ((string name, object? value) in properties.SelectMany(property => property.Of(InputObject)))
        {
            if (value is not null)
                Add(name, value);
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        foreach ((string name, Measures measures) in measured)
            WriteObject(Shown(name, measures));
        if (measured.Count == 0)
        {
            string names = string.Join(", ", Property!.Select(given => $"\"{given}\""));
            PSArgumentException missing = new($"The property {names} cannot be found in the input for any objects.");
            WriteError(new ErrorRecord(missing, "GenericMeasurePropertyNotFound", ErrorCategory.InvalidArgument, null));
        }
    }

    private void Add(string name, object given)
    {
        object value = given is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : given;
        if (!measured.TryGetValue(name, out Measures? measures))
            measured[name] = measures = new Measures();
        bool isNumber = LanguagePrimitives.TryConvertTo(value, CultureInfo.InvariantCulture, out double number);
        if (NeedsNumbers && !isNumber)
        {
            PSInvalidCastException wrong = new($"Input object \"{value}\" is not numeric.");
            WriteError(new ErrorRecord(wrong, "NonNumericInputObject", ErrorCategory.InvalidType, value));
            return;
        }

        measures.Add(number);
        if (Minimum || Maximum || AllStats)
            measures.Compare(isNumber ? number : value, order);
    }

    /// <summary>An object with the properties and, through its type's name, the view of pwsh's measures.</summary>
    private PSObject Shown(string name, Measures measures)
    {
        bool any = measures.Count > 0;
        PSObject shown = new();
        shown.TypeNames.Insert(0, "Microsoft.PowerShell.Commands.GenericMeasureInfo");
        void Put(string property, bool wanted, object? value) => shown.Properties.Add(new PSNoteProperty(property, wanted && any ? value : null));
        shown.Properties.Add(new PSNoteProperty("Count", measures.Count));
        Put("Average", Average || AllStats, measures.Average);
        Put("Sum", Sum || AllStats, measures.Sum);
        Put("Maximum", Maximum || AllStats, measures.Greatest);
        Put("Minimum", Minimum || AllStats, measures.Least);
        Put("StandardDeviation", StandardDeviation || AllStats, measures.Deviation);
        shown.Properties.Add(new PSNoteProperty("Property", name.Length == 0 ? null : name));
        return shown;
    }

    /// <summary>What is known of one property's values so far.</summary>
    private sealed class Measures
    {
        private double mean;
        private double squares;

        public int Count { get; private set; }

        public double Sum { get; private set; }

        public double Average => Sum / Count;

        public object? Least { get; private set; }

        public object? Greatest { get; private set; }

        public double Deviation => Count > 1 ? Math.Sqrt(squares / (Count - 1)) : 0;

        public void Add(double number)
        {
            Count++;
            Sum += number;
            double before = number - mean;
            mean += before / Count;
            squares += before * (number - mean);
        }

        public void Compare(object value, ValueComparer order)
        {
            if (Count == 1 || order.Compare(value, Least) < 0)
                Least = value;
            if (Count == 1 || order.Compare(value, Greatest) > 0)
                Greatest = value;
        }
    }
}
