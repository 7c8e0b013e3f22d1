using RecTools.Data;

namespace RecTools.Training;

/// <summary>Loads models that recommend.</summary>
internal static class StoredRecommender
{
    /// <summary>Loads a model from the store.</summary>
    /// <param name="database">Where it is.</param>
    /// <param name="modelName">The model.</param>
    /// <param name="runId">The run whose version is meant; null for the current one.</param>
    /// <exception cref="RecException"><c>ModelNotFound</c>, <c>ModelCorrupt</c>, <c>ModelUnreadable</c>, <c>NotARecommender</c>.</exception>
    public static (ModelInfo Info, StoredModel Model) Load(Database database, string modelName, long? runId)
    {
        SchemaCheck.Ensure(database);
        var (info, content) = new ModelStore(database).Load(modelName, runId);
        return StoredModels.Load(content) is StoredModel model ? (info, model) : throw RecException.Configuration(
            "NotARecommender", $"The model '{info.Name}' ({info.Algorithm}) finds groups; it recommends nothing.",
            "Ask a model of another algorithm, or query its published tables of clusters and members.", info.Name);
    }
}
