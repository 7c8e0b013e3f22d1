using RecTools.Algorithms;
using RecTools.Data;

namespace RecTools.Training;

/// <summary>Finds out what the parts of a hybrid mean: an algorithm, perhaps with settings such as <c>ItemKnn(Neighbors=40)</c>, or a stored model, which lends its algorithm and settings.</summary>
/// <remarks>A stored model is fitted anew on the rows of the run: one that has seen the rows held back could not be weighed on them.</remarks>
internal static class HybridPartReader
{
    /// <summary>The options with their parts looked up; other options as they are.</summary>
    /// <param name="options">Settings of an algorithm.</param>
    /// <param name="database">Where models are stored; null for none.</param>
    /// <param name="data">The rows to learn from.</param>
    /// <exception cref="RecException"><c>PartUnknown</c>, <c>PartUnclear</c>, <c>PartNotARecommender</c>, <c>PartIdTypesDiffer</c>, or what options throw.</exception>
    public static object Resolve(object options, Database? database, Interactions data) => options is HybridOptions { Parts.Length: > 0 } hybrid
        ? hybrid with { Resolved = [.. hybrid.Parts.Select(part => Read(part, database, data))] }
        : options;

    private static HybridPart Read(string text, Database? database, Interactions data)
    {
        var (name, settings) = AlgorithmText.Parse(text);
        if (AlgorithmCatalog.Find(name) is { } algorithm)
        {
            return algorithm is IRecommenderAlgorithm recommender
                ? new HybridPart(text.Trim(), recommender, OptionBinder.Bind(recommender, settings ?? []))
                : throw NotARecommender(text, algorithm.Name);
        }

        var models = database is null ? [] : new ModelStore(database).Find(null, allVersions: false);
        if (models.FirstOrDefault(model => model.Name.Equals(text.Trim(), StringComparison.OrdinalIgnoreCase)) is { } stored)
        {
            return Stored(stored, database!, data);
        }

        string[] known = [.. AlgorithmCatalog.Recommenders.Select(other => other.Name).Where(other => other != nameof(Hybrid)), .. models.Select(model => model.Name)];
        var nearest = NearestName.Best(name, known);
        throw RecException.Configuration(
            "PartUnknown", $"'{name}' is neither an algorithm nor a stored model that could be a part of a hybrid.{(nearest is null ? "" : $" Did you mean '{nearest}'?")}",
            $"There are: {string.Join(", ", known)}.", text);
    }

    private static HybridPart Stored(ModelInfo info, Database database, Interactions data)
    {
        if (StoredModels.Load(new ModelStore(database).Load(info.Name).Content) is not StoredModel model)
        {
            throw NotARecommender(info.Name, info.Algorithm);
        }

        foreach (var (role, own, theirs) in new[] { ("users", data.Users, model.Data.Users), ("items", data.Items, model.Data.Items) })
        {
            if (own.Kind != theirs.Kind)
            {
                throw RecException.Configuration(
                    "PartIdTypesDiffer", $"The model '{info.Name}' was trained on {role} whose ids are {KindOf(theirs)}, such as '{theirs.Text(0)}'; those of the rows to learn from are {KindOf(own)}, such as '{own.Text(0)}'.",
                    "Blend models of the same users and items, or convert the ids in -Query.", info.Name);
            }
        }

        return new HybridPart(info.Name, model.Algorithm, OptionBinder.FromJson(model.Algorithm, model.OptionsJson));
    }

    private static string KindOf(IdSet ids) => ids.Kind switch
    {
        CellKind.Int64 => "whole numbers",
        CellKind.Text => "text",
        _ => "GUIDs",
    };

    private static RecException NotARecommender(string part, string algorithm) => RecException.Configuration(
        "PartNotARecommender", $"The part '{part}' ({algorithm}) finds groups; it recommends nothing.", "Name a recommender; groups come in by -ClusterModel.", part);
}
