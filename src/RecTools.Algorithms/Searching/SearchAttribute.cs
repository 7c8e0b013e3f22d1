namespace RecTools.Algorithms;

/// <summary>Says where a search looks for a setting of an algorithm, beside the <see cref="OptionAttribute"/> that says what is allowed.</summary>
[AttributeUsage(AttributeTargets.Property)]
public abstract class SearchAttribute : Attribute
{
    /// <summary>What must be wanted of the model for the setting to matter.</summary>
    public SearchAim Aim { get; set; }

    /// <summary>The dimension of a setting.</summary>
    /// <param name="name">Name of the setting.</param>
    /// <param name="type">Type of its values, without what makes it optional.</param>
    /// <param name="option">What is allowed.</param>
    internal abstract SearchDimension ToDimension(string name, Type type, OptionAttribute option);
}
