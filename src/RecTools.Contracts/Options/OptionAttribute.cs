namespace RecTools;

/// <summary>Documents and bounds one setting of an algorithm; the option binder, tab completion, the help and the JSON schema all read it.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OptionAttribute(string description) : Attribute
{
    /// <summary>One sentence in plain words.</summary>
    public string Description { get; } = description;

    /// <summary>Smallest value allowed, for numbers.</summary>
    public double Minimum { get; set; } = double.NegativeInfinity;

    /// <summary>Largest value allowed, for numbers.</summary>
    public double Maximum { get; set; } = double.PositiveInfinity;
}
