namespace RecTools.Algorithms;

/// <summary>A model that has something to tell of its fit, such as how many rules were found; recorded with the measured qualities.</summary>
public interface IFitFacts
{
    /// <summary>The facts, each with a name.</summary>
    IReadOnlyList<(string Name, double Value)> Facts { get; }
}
