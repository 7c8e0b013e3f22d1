using RecTools.Algorithms;

namespace RecTools.Training;

/// <summary>An algorithm with settings that a search tries.</summary>
/// <param name="Algorithm">The algorithm.</param>
/// <param name="Options">Its settings.</param>
/// <param name="Settings">Those of them that are not defaults of the algorithm's own, by name.</param>
/// <param name="Plainness">How plain it is: less is taken where nothing else tells two apart.</param>
internal sealed record Candidate(IRecommenderAlgorithm Algorithm, object Options, IReadOnlyDictionary<string, object?> Settings, int Plainness)
{
    /// <summary>Settings as they are by default.</summary>
    public const int Default = 0;

    /// <summary>Settings that a search found.</summary>
    public const int Tuned = 1;

    /// <summary>Several algorithms together.</summary>
    public const int Blended = 2;

    /// <summary>How to measure it.</summary>
    public Contender Contender => new(Algorithm.Name, Algorithm, Options);
}
