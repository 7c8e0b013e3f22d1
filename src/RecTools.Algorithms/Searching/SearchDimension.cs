using System.Globalization;

namespace RecTools.Algorithms;

/// <summary>One setting that a search varies, laid out from 0 to 1.</summary>
/// <param name="Name">Name of the setting.</param>
public abstract record SearchDimension(string Name)
{
    /// <summary>How many values there are, where they have no order; 0 for numbers within a range.</summary>
    public abstract int ChoiceCount { get; }

    /// <summary>How many values there are at all; infinite for fractions.</summary>
    public abstract double ValueCount { get; }

    /// <summary>The value at a place.</summary>
    /// <param name="place">0 to 1.</param>
    public abstract object? ValueAt(double place);

    /// <summary>Where a value lies, 0 to 1, at the nearer end if it lies outside; null where it lies nowhere, such as a value that is not among the choices.</summary>
    public abstract double? PlaceOf(object? value);

    /// <summary>The dimension in words, the same for the same one.</summary>
    public sealed override string ToString() => $"{Name}: {Describe()}";

    /// <summary>A value as text, the same whatever the language and whether it was read from a file.</summary>
    internal static string TextOf(object? value) => value switch
    {
        null => "",
        Array list => string.Join(',', list.Cast<object?>().Select(TextOf)),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    /// <summary>What values there are, in words.</summary>
    protected abstract string Describe();
}
