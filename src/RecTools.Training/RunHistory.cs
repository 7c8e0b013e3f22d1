using RecTools.Data;

namespace RecTools.Training;

/// <summary>What the cmdlets on runs and stored models ask for.</summary>
public static class RunHistory
{
    /// <summary>Runs, newest first.</summary>
    public static IReadOnlyList<RunInfo> Runs(RecConnection connection, string? modelName, long? runId, int last, bool detail) =>
        With(connection, database => new RunStore(database).Find(modelName, runId, last, detail));

    /// <summary>Stored models.</summary>
    public static IReadOnlyList<ModelInfo> Models(RecConnection connection, string? modelName, bool allVersions) =>
        With(connection, database => new ModelStore(database).Find(modelName, allVersions));

    /// <summary>Removes a model with its published tables.</summary>
    /// <exception cref="RecException"><c>ModelNotFound</c>, <c>ModelBusy</c>.</exception>
    public static void Remove(RecConnection connection, string modelName) => With(connection, database =>
    {
        using var held = database.LockModel(modelName);
        Publication.Sweep(database, modelName);
        return new ModelStore(database).Remove(modelName)
            ? true
            : throw new RecException("ModelNotFound", RecErrorKind.NotFound, $"There is no model '{modelName}'.", "Get-RecModel lists the models.", modelName);
    });

    /// <summary>Puts the publication before the current one back.</summary>
    /// <exception cref="RecException"><c>NothingToUndo</c>, <c>ModelBusy</c>.</exception>
    public static (RunInfo Run, IReadOnlyList<PublishedTable> Published) Undo(RecConnection connection, string modelName) => With(connection, database =>
    {
        using var held = database.LockModel(modelName);
        var (runId, published) = Publication.Undo(database, modelName);
        return (new RunStore(database).Find(null, runId, 1, detail: false).Single(), published);
    });

    /// <summary>Opens the database for some work, whose errors are explained.</summary>
    internal static T With<T>(RecConnection connection, Func<Database, T> work)
    {
        using var database = Database.Open(connection);
        SchemaCheck.Ensure(database);
        try
        {
            return work(database);
        }
        catch (Exception error) when (error is not RecException && database.Explain(error) is { } explained)
        {
            throw explained;
        }
    }
}
