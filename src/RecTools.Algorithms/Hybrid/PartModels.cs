namespace RecTools.Algorithms;

/// <summary>The fitted parts of a hybrid.</summary>
/// <param name="names">What they are called.</param>
/// <param name="algorithms">Their algorithms.</param>
/// <param name="models">The parts.</param>
internal sealed class PartModels(string[] names, IRecommenderAlgorithm[] algorithms, IRecommender[] models)
{
    /// <summary>Version of what hybrids store.</summary>
    public const int FormatVersion = 1;

    /// <summary>How many.</summary>
    public int Count => models.Length;

    /// <summary>What they are called.</summary>
    public string[] Names => names;

    /// <summary>One part.</summary>
    public IRecommender this[int part] => models[part];

    /// <summary>Fits parts.</summary>
    /// <param name="parts">The parts.</param>
    /// <param name="interactions">Users by items.</param>
    /// <param name="ratings">Whether they must predict ratings.</param>
    /// <param name="context">Threads, seed, observer.</param>
    /// <exception cref="RecException"><c>PartRanksOnly</c> or <c>PartHasNoVectors</c>.</exception>
    public static PartModels Fit(IReadOnlyList<HybridPart> parts, SparseMatrix interactions, bool ratings, FitContext context)
    {
        var models = new IRecommender[parts.Count];

        // Steps of several training loops are no loop that somebody could follow.
        var own = context with { Observer = SilentObserver.Instance };
        var described = context.Side.ItemFeatures;
        foreach (var i in Enumerable.Range(0, models.Length).OrderByDescending(i => parts[i].GivesVectors))
        {
            var known = parts[i].Algorithm.Features == FeatureUse.Required ? own with { Side = own.Side with { ItemFeatures = described } } : own;
            models[i] = parts[i].Algorithm.Fit(interactions, parts[i].Options, known);
            if (ratings && !models[i].PredictsRatings)
            {
                throw RecException.Configuration(
                    "PartRanksOnly", $"The part '{parts[i].Name}' ranks items; its scores are no ratings, and the hybrid is to predict ratings.",
                    "Leave it out, or give the option Aim = 'nDCG'.", parts[i].Name);
            }

            if (parts[i].GivesVectors)
            {
                var features = VectorFeatures.Of(VectorsOf(models[i], parts[i].Name), parts[i].Name, interactions);
                described = described?.With(features) ?? features;
            }
        }

        return new PartModels([.. parts.Select(part => part.Name)], [.. parts.Select(part => part.Algorithm)], models);
    }

    /// <summary>Writes the parts.</summary>
    public void Save(BinaryWriter writer)
    {
        writer.Write(models.Length);
        for (var i = 0; i < models.Length; i++)
        {
            writer.Write(names[i]);
            writer.Write(algorithms[i].Name);
            models[i].Save(writer);
        }
    }

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    /// <exception cref="InvalidDataException">A part is of an algorithm that there is not, or of other users or items; or there are none.</exception>
    public static PartModels Load(BinaryReader reader, SparseMatrix interactions)
    {
        var count = ModelContent.ReadCount(reader);
        var (names, algorithms, models) = (new List<string>(), new List<IRecommenderAlgorithm>(), new List<IRecommender>());
        for (var i = 0; i < count; i++)
        {
            names.Add(reader.ReadString());
            var name = reader.ReadString();
            algorithms.Add(AlgorithmCatalog.Find(name) as IRecommenderAlgorithm ?? throw new InvalidDataException($"A part of the hybrid is of the unknown algorithm '{name}'."));
            models.Add(algorithms[i].Load(reader, interactions));
            if (models[i].UserCount != interactions.RowCount || models[i].ItemCount != interactions.ColumnCount)
            {
                throw new InvalidDataException(
                    $"The part '{names[i]}' is about {models[i].UserCount} users and {models[i].ItemCount} items, the rows have {interactions.RowCount} and {interactions.ColumnCount}.");
            }
        }

        if (count == 0)
        {
            throw new InvalidDataException("The hybrid has no parts.");
        }

        return new PartModels([.. names], [.. algorithms], [.. models]);
    }

    private static IVectorModel VectorsOf(IRecommender model, string name) => model as IVectorModel ?? throw RecException.Configuration(
        "PartHasNoVectors", $"The part '{name}' does not describe items by vectors, and VectorsFrom names it.",
        "Name parts of Als, ImplicitAls or Embedding.", name);
}
