namespace RecTools.Algorithms;

/// <summary>Finds the parts of a hybrid.</summary>
internal static class HybridParts
{
    /// <summary>Parts for ratings, where none are named.</summary>
    public static readonly string[] ForRatings = [BayesianFactorization.AlgorithmName, ItemKnn.AlgorithmName, UserKnn.AlgorithmName, Als.AlgorithmName];

    /// <summary>Parts for what people have done, where none are named.</summary>
    public static readonly string[] ForPreferences = [Ease.AlgorithmName, ImplicitAls.AlgorithmName, ItemKnn.AlgorithmName];

    /// <summary>The parts that options ask for, or else those that suit the rows.</summary>
    /// <exception cref="RecException"><c>PartUnknown</c>, <c>PartIsHybrid</c>, <c>PartNeedsFeatures</c>, <c>VectorsFromNoPart</c> or <c>VectorsForNoPart</c>.</exception>
    public static IReadOnlyList<HybridPart> Of(HybridOptions options, SparseMatrix interactions, bool ratings, FitContext context)
    {
        var describes = context.Side.ItemFeatures is not null || options.VectorsFrom.Length > 0;
        if (options.Resolved is null && options.Parts.Length == 0)
        {
            return WithVectors([.. Usual(ratings, describes).Where(part => Fits(part, interactions, context))], options);
        }

        var parts = options.Resolved ?? Named(options.Parts);
        foreach (var part in parts)
        {
            Check(part, describes);
        }

        return WithVectors(parts, options);
    }

    /// <summary>Algorithms by their names, with their default settings.</summary>
    /// <exception cref="RecException"><c>PartUnknown</c>.</exception>
    public static IReadOnlyList<HybridPart> Named(IEnumerable<string> names) => [.. names.Select(Named)];

    private static HybridPart Named(string name)
    {
        if (AlgorithmCatalog.Find(name) is IRecommenderAlgorithm algorithm)
        {
            return new HybridPart(algorithm.Name, algorithm, Activator.CreateInstance(algorithm.OptionsType)!);
        }

        string[] known = [.. AlgorithmCatalog.Recommenders.Select(other => other.Name).Where(other => other != Hybrid.AlgorithmName)];
        var nearest = NearestName.Best(name, known);
        throw RecException.Configuration(
            "PartUnknown", $"'{name}' is no algorithm that could be a part of a hybrid.{(nearest is null ? "" : $" Did you mean '{nearest}'?")}",
            $"The algorithms are: {string.Join(", ", known)}.", name);
    }

    private static IEnumerable<HybridPart> Usual(bool ratings, bool describes)
    {
        var parts = Named(ratings ? ForRatings : ForPreferences);
        return describes ? parts.Concat(Named([ContentBased.AlgorithmName])) : parts;
    }

    // Marks the parts whose vectors are asked for.
    private static IReadOnlyList<HybridPart> WithVectors(IReadOnlyList<HybridPart> parts, HybridOptions options)
    {
        var switches = options.Method == HybridMethod.Switch;
        var givers = switches ? parts.Take(1).ToArray() : [.. parts];
        foreach (var name in options.VectorsFrom)
        {
            if (!givers.Any(part => Is(part, name)))
            {
                throw RecException.Configuration(
                    "VectorsFromNoPart", $"VectorsFrom names '{name}', which is no part{(switches ? " that Switch asks first" : "")}.",
                    $"Name some of these: {string.Join(", ", givers.Select(part => part.Name))}.", name);
            }
        }

        return options.VectorsFrom.Length == 0 || switches || parts.Any(part => part.Algorithm.Features == FeatureUse.Required)
            ? [.. parts.Select(part => part with { GivesVectors = givers.Contains(part) && options.VectorsFrom.Any(name => Is(part, name)) })]
            : throw RecException.Configuration(
                "VectorsForNoPart", "VectorsFrom is given, and no part goes by features of items.", $"Add {ContentBased.AlgorithmName} to Parts, or leave VectorsFrom out.",
                options.VectorsFrom);
    }

    private static bool Is(HybridPart part, string name) =>
        part.Name.Equals(name, StringComparison.OrdinalIgnoreCase) || part.Algorithm.Name.Equals(name, StringComparison.OrdinalIgnoreCase);

    // EASE needs a table of items by items: with very many items it does without.
    private static bool Fits(HybridPart part, SparseMatrix interactions, FitContext context) =>
        part.Algorithm is not Ease
        || part.Algorithm.Estimate(interactions.RowCount, interactions.ColumnCount, interactions.EntryCount, part.Options).Bytes <= context.MemoryLimit;

    private static void Check(HybridPart part, bool describes)
    {
        if (part.Algorithm is Hybrid)
        {
            throw RecException.Configuration("PartIsHybrid", $"The part '{part.Name}' is a hybrid itself.", "Name its own parts instead.", part.Name);
        }

        if (part.Algorithm.Features == FeatureUse.Required && !describes)
        {
            throw RecException.Configuration(
                "PartNeedsFeatures", $"The part '{part.Name}' recommends by what describes the items, and nothing does.",
                "Name a table with one row for each item with -ItemTable, or parts with item vectors with VectorsFrom, or leave the part out.", part.Name);
        }
    }
}
