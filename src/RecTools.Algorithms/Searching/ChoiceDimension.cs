namespace RecTools.Algorithms;

/// <summary>One of some values that have no order.</summary>
/// <param name="Name">Name of the setting.</param>
/// <param name="Values">The values.</param>
public sealed record ChoiceDimension(string Name, IReadOnlyList<object?> Values) : SearchDimension(Name)
{
    /// <inheritdoc/>
    public override int ChoiceCount => Values.Count;

    /// <inheritdoc/>
    public override double ValueCount => Values.Count;

    /// <inheritdoc/>
    public override object? ValueAt(double place) => Values[ChoiceAt(place, Values.Count)];

    /// <inheritdoc/>
    public override double? PlaceOf(object? value)
    {
        var text = TextOf(value);
        for (var choice = 0; choice < Values.Count; choice++)
        {
            if (TextOf(Values[choice]).Equals(text, StringComparison.OrdinalIgnoreCase))
            {
                return (choice + 0.5) / Values.Count;
            }
        }

        return null;
    }

    /// <summary>Which of some choices, each as wide as the others, is at a place.</summary>
    internal static int ChoiceAt(double place, int count) => Math.Min((int)(place * count), count - 1);

    /// <inheritdoc/>
    protected override string Describe() => string.Join(", ", Values.Select(TextOf));
}
