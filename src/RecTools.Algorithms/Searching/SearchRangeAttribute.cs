namespace RecTools.Algorithms;

/// <summary>A search looks for a number between two others.</summary>
/// <param name="minimum">Smallest value tried.</param>
/// <param name="maximum">Largest value tried.</param>
public sealed class SearchRangeAttribute(double minimum, double maximum) : SearchAttribute
{
    /// <summary>Smallest value tried.</summary>
    public double Minimum { get; } = minimum;

    /// <summary>Largest value tried.</summary>
    public double Maximum { get; } = maximum;

    /// <summary>Whether factors count rather than differences: 1 is as far from 10 as 10 from 100.</summary>
    public bool Log { get; set; }

    /// <inheritdoc/>
    internal override SearchDimension ToDimension(string name, Type type, OptionAttribute option) =>
        new NumberDimension(name, Minimum, Maximum, Log, type == typeof(int) || type == typeof(long) ? Math.Max(1, option.MultipleOf) : 0);
}
