using System.Data.Common;
using System.Security.Cryptography;

namespace RecTools.Data;

/// <summary>The table Model: fitted models as bytes, a few versions of each.</summary>
public sealed class ModelStore(Database database)
{
    /// <summary>Stores a model that is not current yet; <see cref="Publication.Commit"/> makes it current.</summary>
    public void Add(string modelName, long runId, string algorithm, int format, byte[] content) =>
        database.InTransaction(() => Insert(modelName, runId, algorithm, format, content));

    /// <summary>Stores a model that was never current, as one that was put aside: to look at until the next publication.</summary>
    public void AddAside(string modelName, long runId, string algorithm, int format, byte[] content) => database.InTransaction(() =>
    {
        Insert(modelName, runId, algorithm, format, content);
        return database.Execute(database.Statements["Model/SetState"], ("State", ModelState.Undone), ("RunId", runId));
    });

    /// <summary>Stored models.</summary>
    /// <param name="modelName">One model; null for all. May hold wildcards * and ?.</param>
    /// <param name="allVersions">Whether versions that are not current come along.</param>
    public IReadOnlyList<ModelInfo> Find(string? modelName, bool allVersions) => database.Guard(() => database.Select(
        ToInfo, database.Statements["Model/Find"], ("Name", LikePattern.Of(modelName)), ("AllVersions", allVersions ? 1 : 0)));

    /// <summary>Content of the current version, or of one run's.</summary>
    /// <exception cref="RecException"><c>ModelNotFound</c>, naming the nearest names; <c>ModelCorrupt</c> when the hash does not fit.</exception>
    public (ModelInfo Info, byte[] Content) Load(string modelName, long? runId = null)
    {
        var found = database.Guard(() => database.Select(
            static reader => (Info: ToInfo(reader), Content: reader.GetFieldValue<byte[]>(8)), database.Statements["Model/Load"], ("Name", modelName), ("RunId", runId)));
        if (found is not [var model])
        {
            throw NotFound(modelName, runId);
        }

        return Hash(model.Content) == model.Info.Sha256
            ? model
            : throw new RecException(
                "ModelCorrupt", RecErrorKind.Data, $"The stored model '{modelName}' of run {model.Info.RunId} does not have the hash it was stored with.",
                "Put the version before it back with Undo-RecRun, or train it again.", modelName);
    }

    /// <summary>Removes a model, all its versions, published tables and views: one transaction. Its runs stay in the history.</summary>
    /// <returns>Whether there was anything to remove.</returns>
    public bool Remove(string modelName) => database.InTransaction(() =>
    {
        var versions = new ModelVersions(database, modelName);
        foreach (var view in versions.Publications.Select(row => row.ViewName).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            versions.DropView(view);
        }

        foreach (var version in versions.All)
        {
            versions.Drop(version.RunId);
        }

        return versions.All.Count > 0;
    });

    private int Insert(string modelName, long runId, string algorithm, int format, byte[] content) => database.Execute(
        database.Statements["Model/Insert"],
        ("RunId", runId),
        ("Name", modelName),
        ("Algorithm", algorithm),
        ("CreatedAt", DateTime.UtcNow),
        ("Format", format),
        ("Sha256", Hash(content)),
        ("Size", content.LongLength),
        ("Content", content));

    private static ModelInfo ToInfo(DbDataReader reader) => new(
        reader.GetString(0),
        reader.GetInt64(1),
        reader.GetString(2),
        reader.Utc(3),
        reader.GetString(4) == nameof(ModelState.Current),
        reader.GetInt32(5),
        reader.GetInt64(6),
        reader.GetString(7));

    private static string Hash(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    private RecException NotFound(string modelName, long? runId)
    {
        var names = Find(null, allVersions: false).Select(model => model.Name).ToArray();
        var nearest = NearestName.Best(modelName, names);
        var what = runId is null ? $"There is no model '{modelName}'" : $"Model '{modelName}' has no version of run {runId}";
        return new RecException(
            "ModelNotFound", RecErrorKind.NotFound, $"{what} in {database.Connection.DataSource}.",
            nearest is not null && !nearest.Equals(modelName, StringComparison.OrdinalIgnoreCase) ? $"Did you mean '{nearest}'?"
                : names.Length == 0 ? "No model has been trained here yet: Invoke-RecTraining trains one."
                : "Get-RecModel -AllVersions lists what there is.",
            modelName);
    }
}
