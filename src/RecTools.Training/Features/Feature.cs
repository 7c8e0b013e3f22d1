using RecTools.Algorithms;

namespace RecTools.Training;

/// <summary>What a feature is made of.</summary>
internal enum FeatureKind
{
    /// <summary>A number of its own measure.</summary>
    Number,

    /// <summary>0 or 1: whether a column has one certain value.</summary>
    Category,

    /// <summary>0 or 1: whether a column has one of the values that are no feature of their own.</summary>
    OtherCategory,

    /// <summary>The share of a whole that a category has.</summary>
    Share,

    /// <summary>The share that all categories together have that are no feature of their own.</summary>
    OtherShare,
}

/// <summary>One feature as the model keeps it, so that a new customer comes into the same space.</summary>
/// <param name="Column">Column that it comes from, or the whole that it is a share of.</param>
/// <param name="Value">The category; empty for numbers, and for those that are no feature of their own.</param>
/// <param name="Kind">What it is made of.</param>
/// <param name="Scale">How it is brought to the common measure.</param>
/// <param name="Fill">What takes the place of a value that is not known.</param>
internal sealed record Feature(string Column, string Value, FeatureKind Kind, FeatureScale Scale, double Fill)
{
    /// <summary>Stands for the categories that are no feature of their own.</summary>
    public const string Others = "(other)";

    /// <summary>How people call it.</summary>
    public string Name => Kind == FeatureKind.Number ? Column : $"{Column}={(Value.Length > 0 ? Value : Others)}";
}
