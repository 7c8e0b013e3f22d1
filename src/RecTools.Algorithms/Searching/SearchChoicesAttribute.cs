namespace RecTools.Algorithms;

/// <summary>A search tries some values of a setting that have no order.</summary>
/// <param name="values">The values.</param>
public sealed class SearchChoicesAttribute(params object[] values) : SearchAttribute
{
    /// <summary>The values.</summary>
    public IReadOnlyList<object> Values { get; } = values;

    /// <inheritdoc/>
    internal override SearchDimension ToDimension(string name, Type type, OptionAttribute option) =>
        new ChoiceDimension(name, [.. Values.Select(value => value is Enum ? value.ToString() : value)]);
}
