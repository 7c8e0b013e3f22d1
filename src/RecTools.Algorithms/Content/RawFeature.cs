namespace RecTools.Algorithms;

/// <summary>One column that describes items or users, as it was read: one value for each of them.</summary>
/// <param name="Name">What the column is called.</param>
public abstract record RawFeature(string Name)
{
    /// <summary>Items or users.</summary>
    public abstract int Count { get; }
}

/// <summary>A column of numbers.</summary>
/// <param name="Name">What the column is called.</param>
/// <param name="Values">The numbers; NaN where none is known.</param>
public sealed record NumberFeature(string Name, double[] Values) : RawFeature(Name)
{
    /// <inheritdoc/>
    public override int Count => Values.Length;
}

/// <summary>A column of text.</summary>
/// <param name="Name">What the column is called.</param>
/// <param name="Kind">How the text is looked at.</param>
/// <param name="Values">The texts; null where none is known.</param>
public sealed record TextFeature(string Name, TextFeatureKind Kind, string?[] Values) : RawFeature(Name)
{
    /// <inheritdoc/>
    public override int Count => Values.Length;
}

/// <summary>How a column of text is looked at.</summary>
public enum TextFeatureKind
{
    /// <summary>Each text is one category.</summary>
    Category,

    /// <summary>Each text lists categories, set apart by a bar, a semicolon or a comma: <c>Action|Comedy</c>.</summary>
    List,

    /// <summary>Words.</summary>
    Words,
}
