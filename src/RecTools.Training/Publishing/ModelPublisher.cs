using RecTools.Data;

namespace RecTools.Training;

/// <summary>Publishes a model: stores it, loads its result tables beside the current ones, and flips.</summary>
internal static class ModelPublisher
{
    /// <summary>Publishes.</summary>
    /// <param name="database">Where to.</param>
    /// <param name="record">The run.</param>
    /// <param name="modelName">Name to publish under.</param>
    /// <param name="model">The model.</param>
    /// <param name="tables">Its result tables.</param>
    /// <param name="hash">Takes in every row; finished here.</param>
    /// <param name="keepVersions">Versions to keep, this one included.</param>
    /// <param name="inspect">Looks at how the loaded lists differ from those that readers see (null where there is nothing to compare); may throw to stop.</param>
    /// <param name="outcome">Makes the run's outcome from rows written and result hash.</param>
    /// <param name="observer">Hears progress.</param>
    /// <param name="cancellation">Stops it; the last publication stays.</param>
    public static (IReadOnlyList<PublishedTable> Published, string ResultHash) Publish(
        Database database, RunRecord record, string modelName, IStoredModel model, IResultTables tables, ResultHash hash, int keepVersions,
        Action<PublicationChange?> inspect, Func<long, string, RunOutcome> outcome, IRunObserver observer, CancellationToken cancellation)
    {
        new ModelStore(database).Add(modelName, record.RunId, model.Algorithm.Name, model.Format, model.Save());
        var written = tables.Load(new ResultLoader(record.Publication, observer, cancellation), hash);
        cancellation.ThrowIfCancellationRequested();
        inspect(PublicationChange.Find(database, record.Publication));
        var resultHash = hash.Finish();
        observer.Progress("Flip", 0, 0);
        return (record.Commit(outcome(written, resultHash), keepVersions), resultHash);
    }
}
