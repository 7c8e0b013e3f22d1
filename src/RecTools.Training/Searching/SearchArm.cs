using RecTools.Algorithms;

namespace RecTools.Training;

/// <summary>One algorithm of a search: the settings that are held, the space of the others, and what to try next.</summary>
internal sealed class SearchArm
{
    private readonly IRecommenderAlgorithm algorithm;
    private readonly Dictionary<string, object?> held;
    private readonly TreeParzenSearch search;

    private SearchArm(IRecommenderAlgorithm algorithm, Dictionary<string, object?> held, IReadOnlyDictionary<string, object?> defaults, SearchSpace space, long seed)
    {
        this.algorithm = algorithm;
        this.held = held;
        Space = space;
        search = new TreeParzenSearch(space, defaults, seed);
    }

    /// <summary>Name of the algorithm.</summary>
    public string Name => algorithm.Name;

    /// <summary>Its settings before any search: defaults, and what was given or decided for the metric.</summary>
    public Candidate Default => Make(new Dictionary<string, object?>());

    /// <summary>What is searched.</summary>
    public SearchSpace Space { get; }

    /// <summary>Lays out the search of an algorithm.</summary>
    /// <param name="algorithm">The algorithm.</param>
    /// <param name="given">Settings that are held.</param>
    /// <param name="space">What is searched instead of what the algorithm ships with; null for that.</param>
    /// <param name="metric">What it shall be good at.</param>
    /// <param name="seed">Start of the draws.</param>
    public static SearchArm Of(IRecommenderAlgorithm algorithm, IReadOnlyDictionary<string, object?> given, SearchSpace? space, QualityMetric metric, long seed)
    {
        var asGiven = OptionBinder.Bind(algorithm, given);
        var aimed = algorithm.AimedAt(asGiven, metric.IsError ? SearchAim.Ratings : SearchAim.Lists);
        var defaults = OptionBinder.ToDictionary(aimed);
        var before = OptionBinder.ToDictionary(asGiven);
        var held = new Dictionary<string, object?>(given, StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in defaults.Where(pair => !Equals(pair.Value, before[pair.Key])))
        {
            held[name] = value;
        }

        var shipped = SearchSpace.Of(algorithm.OptionsType, algorithm.FeedbackOf(aimed, FeedbackKind.Implicit) == FeedbackKind.Explicit ? SearchAim.Ratings : SearchAim.Lists);
        return new SearchArm(algorithm, held, defaults, space ?? new SearchSpace([.. shipped.Dimensions.Where(dimension => !given.ContainsKey(dimension.Name))]), seed);
    }

    /// <summary>What to try next; null once everything has been tried.</summary>
    /// <param name="log">What was tried.</param>
    public Candidate? Next(TrialLog log) => search.Next(log.Of(Name)) is { } values ? Make(values) : null;

    /// <summary>The candidate of settings that were tried before.</summary>
    public Candidate Again(IReadOnlyDictionary<string, object?> settings) => new(algorithm, OptionBinder.Bind(algorithm, settings), settings, Candidate.Tuned);

    private Candidate Make(IReadOnlyDictionary<string, object?> values)
    {
        var settings = new Dictionary<string, object?>(held, StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in values)
        {
            settings[name] = value;
        }

        return new Candidate(algorithm, OptionBinder.Bind(algorithm, settings), settings, values.Count == 0 ? Candidate.Default : Candidate.Tuned);
    }
}
