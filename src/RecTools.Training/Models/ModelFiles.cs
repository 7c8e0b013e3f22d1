using RecTools.Data;

namespace RecTools.Training;

/// <summary>Stored models as files, to carry them from one database to another.</summary>
public static class ModelFiles
{
    /// <summary>Writes a stored model to a file; the file appears whole or not at all.</summary>
    /// <exception cref="RecException"><c>FileExists</c>, <c>FileUnwritable</c> and what the store throws.</exception>
    public static ModelInfo Export(RecConnection connection, string modelName, long? runId, string path, bool overwrite)
    {
        using var database = Database.Open(connection);
        SchemaCheck.Ensure(database);
        var (info, content) = new ModelStore(database).Load(modelName, runId);
        WholeFile.RequireFree(path, overwrite);
        WholeFile.Write(path, SealedContent.Seal(content));
        return info;
    }

    /// <summary>Stores the model of a file under a name, as a run of its own; it becomes the current version.</summary>
    /// <exception cref="RecException"><c>FileNotFound</c>, <c>ModelExists</c>, <c>ModelCorrupt</c>, <c>ModelUnreadable</c> and what the store throws.</exception>
    public static ModelInfo Import(RecConnection connection, string modelName, string path, bool overwrite, IRunObserver observer)
    {
        ModelNameRule.Check(modelName);
        byte[] content;
        try
        {
            content = File.ReadAllBytes(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new RecException("FileNotFound", RecErrorKind.NotFound, $"The file '{path}' cannot be read: {error.Message}", "Check the path.", path, error);
        }

        content = SealedContent.Open(content, path);
        var model = StoredModels.Load(content);
        using var database = Database.Open(connection);
        SchemaCheck.Ensure(database);
        var store = new ModelStore(database);
        if (!overwrite && store.Find(modelName, allVersions: false).Any(known => known.Name.Equals(modelName, StringComparison.OrdinalIgnoreCase)))
        {
            throw new RecException(
                "ModelExists", RecErrorKind.Busy, $"There is a model '{modelName}' already.",
                "Give another -Name, or -Force to make the file its new current version (Undo-RecRun brings the old one back).", modelName);
        }

        using var record = RunRecord.Open(database, modelName, model.Algorithm.Name, model.OptionsJson, observer)!;
        try
        {
            store.Add(modelName, record.RunId, model.Algorithm.Name, model.Format, content);
            record.Commit(new RunOutcome { Status = RunStatus.Succeeded, EndedAt = DateTime.UtcNow }, keepVersions: 3);
        }
        catch (Exception error)
        {
            record.Fail(new RunOutcome { Status = RunStatus.Failed, EndedAt = DateTime.UtcNow, ErrorId = "ImportFailed", ErrorMessage = error.Message });
            throw;
        }

        return store.Load(modelName, record.RunId).Info;
    }
}
