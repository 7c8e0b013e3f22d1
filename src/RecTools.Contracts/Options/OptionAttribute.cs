namespace RecTools;

/// <summary>Documents and bounds one setting of an algorithm; the option binder, tab completion, the help and the JSON schema all read it.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OptionAttribute(string description) : Attribute
{
    /// <summary>One sentence in plain words.</summary>
    public string Description { get; } = description;

    /// <summary>Smallest value allowed, for numbers and for each number of a list.</summary>
    public double Minimum { get; set; } = double.NegativeInfinity;

    /// <summary>Whether <see cref="Minimum"/> itself is too small.</summary>
    public bool ExcludesMinimum { get; set; }

    /// <summary>Largest value allowed, for numbers and for each number of a list.</summary>
    public double Maximum { get; set; } = double.PositiveInfinity;

    /// <summary>What the value must be divisible by; 0 for nothing.</summary>
    public int MultipleOf { get; set; }

    /// <summary>Word for no value, for options that may have none.</summary>
    public string WhenUnset { get; set; } = "None";

    /// <summary>Another option that this one takes the place of; both may not be given.</summary>
    public string? InsteadOf { get; set; }

    /// <summary>Other names, such as those of another product. Where several options share one, the first that the value fits is meant.</summary>
    public string[] Aliases { get; set; } = [];
}
