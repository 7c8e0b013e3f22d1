namespace RecTools.Algorithms;

/// <summary>A model made of others, whose scores are explained by what each adds.</summary>
public interface IHybridModel
{
    /// <summary>What the parts are called that <see cref="Contribution.Part"/> counts.</summary>
    IReadOnlyList<string> PartNames { get; }
}
