namespace RecTools.Algorithms;

/// <summary>A model that is made of rules, which can be published as such.</summary>
public interface IRuleModel
{
    /// <summary>The rules, strongest first.</summary>
    RuleSet Rules { get; }

    /// <summary>Categories of the items; items of rules from <see cref="ItemHierarchy.ItemCount"/> on are such. Null without.</summary>
    ItemHierarchy? Hierarchy { get; }
}
