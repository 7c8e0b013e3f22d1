namespace RecTools.Data;

/// <summary>The table Model: fitted models as bytes, a few versions of each.</summary>
public sealed class ModelStore(Database database)
{
    /// <summary>Stores a model that is not current yet; <see cref="Publication.Commit"/> makes it current.</summary>
    public void Add(string modelName, long runId, string algorithm, int format, byte[] content) => throw new NotImplementedException();

    /// <summary>Stored models.</summary>
    /// <param name="modelName">One model; null for all. May hold wildcards * and ?.</param>
    /// <param name="allVersions">Whether versions that are not current come along.</param>
    public IReadOnlyList<ModelInfo> Find(string? modelName, bool allVersions) => throw new NotImplementedException();

    /// <summary>Content of the current version, or of one run's.</summary>
    /// <exception cref="RecException"><c>ModelNotFound</c>, naming the nearest names; <c>ModelCorrupt</c> when the hash does not fit.</exception>
    public (ModelInfo Info, byte[] Content) Load(string modelName, long? runId = null) => throw new NotImplementedException();

    /// <summary>Removes a model, all its versions, published tables and views: one transaction. Its runs stay in the history.</summary>
    /// <returns>Whether there was anything to remove.</returns>
    public bool Remove(string modelName) => throw new NotImplementedException();
}
