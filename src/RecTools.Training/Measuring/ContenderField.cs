using RecTools.Algorithms;
using RecTools.Data;

namespace RecTools.Training;

/// <summary>The models that are compared: those asked for, and the trivial ones that they must beat.</summary>
internal sealed class ContenderField
{
    // Enough to recommend without learning anything of a user.
    private static readonly string[] Baselines = [nameof(Popularity), nameof(Bias)];

    private readonly List<Contender> asked;
    private readonly bool isWhole;

    private ContenderField(List<Contender> asked, bool isWhole)
    {
        this.asked = asked;
        this.isWhole = isWhole;
    }

    /// <summary>Finds out who takes part.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="database">Where models are stored; null for none.</param>
    /// <exception cref="RecException"><c>AlgorithmUnknown</c>, <c>NotARecommender</c>, <c>ModelNotFound</c>, <c>ContenderTwice</c>, <c>OptionForNobody</c>, and what options throw.</exception>
    public static ContenderField Of(ComparisonRequest request, Database? database)
    {
        var isWhole = request.Algorithms.Count == 0 && request.StoredModels.Count == 0;
        string[] algorithms = isWhole ? [.. AlgorithmCatalog.Recommenders.Select(algorithm => algorithm.Name)] : [.. request.Algorithms];
        List<Contender> asked = [.. algorithms.Select(text => OfText(text, request.Options)), .. request.StoredModels.Select(name => OfStored(name, database))];
        if (asked.GroupBy(contender => contender.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw RecException.Configuration("ContenderTwice", $"'{twice.Key}' is to be compared with itself.", "Name each model once; settings tell apart, such as 'ItemKnn(Neighbors=40)'.", twice.Key);
        }

        asked.AddRange(Baselines.Where(name => !asked.Exists(contender => Is(contender, name))).Select(name => OfText(name, request.Options)));
        foreach (var name in request.Options.Keys)
        {
            RequestChecker.Require(
                asked.Exists(contender => Is(contender, name)), "OptionForNobody", $"-Option has settings for '{name}', which is not compared.",
                $"Compared are: {string.Join(", ", asked.Select(contender => contender.Name))}.", name);
        }

        return new ContenderField(asked, isWhole);
    }

    /// <summary>Those who can take part on some rows. What was asked for by name takes part in any case, and fails if it must.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="observer">Hears who is left out.</param>
    public IReadOnlyList<Contender> On(Interactions rows, IRunObserver observer) =>
    [
        .. asked.Where(contender =>
        {
            var reason = isWhole || Baselines.Contains(contender.Name) ? WhyNot(contender, rows) : null;
            if (reason is not null)
            {
                observer.Verbose($"{contender.Name} is left out: {reason}.");
            }

            return reason is null;
        }),
    ];

    /// <summary>What keeps a contender from learning from some rows, as words within a sentence; null where nothing does.</summary>
    internal static string? WhyNot(Contender contender, Interactions rows)
    {
        var (algorithm, options) = (contender.Algorithm, contender.Options);
        var hasRatings = rows.HasValues && rows.Feedback == FeedbackKind.Explicit;
        return algorithm.Features == FeatureUse.Required && rows.ItemFeatures is null ? "it recommends by what describes the items, and nothing does"
            : !hasRatings && algorithm.FeedbackOf(options, rows.Feedback) == FeedbackKind.Explicit ? "it learns from ratings, and the rows have none"
            : null;
    }

    private static Contender OfText(string text, IReadOnlyDictionary<string, IReadOnlyDictionary<string, object?>> options)
    {
        var (name, settings) = AlgorithmText.Parse(text);
        var algorithm = RequestChecker.FindRecommender(name);
        var given = settings ?? options.FirstOrDefault(pair => pair.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value ?? new Dictionary<string, object?>();
        return new Contender(settings is null ? algorithm.Name : text.Trim(), algorithm, OptionBinder.Bind(algorithm, given));
    }

    private static Contender OfStored(string name, Database? database)
    {
        if (database is null)
        {
            throw RecException.Configuration(
                "NotConnected", $"The model '{name}' is stored in a database, and none is connected.", "Run Connect-RecDatabase first, or give -Connection.", name);
        }

        var (info, model) = StoredRecommender.Load(database, name, runId: null);
        return new Contender(info.Name, model.Algorithm, OptionBinder.FromJson(model.Algorithm, model.OptionsJson));
    }

    // A stored model may bear an algorithm's name; the trivial one is not it.
    private static bool Is(Contender contender, string algorithm) =>
        contender.Name.Equals(algorithm, StringComparison.OrdinalIgnoreCase) && contender.Algorithm.Name.Equals(algorithm, StringComparison.OrdinalIgnoreCase);
}
