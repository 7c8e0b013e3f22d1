using RecTools.Algorithms;
using RecTools.Data;

namespace RecTools.Training;

/// <summary>Places customers in the groups of a stored model: those of its source as it is now, or of another.</summary>
internal static class ClusterPlacement
{
    /// <summary>Reads customers and places each in the group whose centre is nearest.</summary>
    /// <param name="model">The model.</param>
    /// <param name="source">Where to read them; null for the model's own source.</param>
    /// <param name="maxRejected">Rows that may be set aside: a count when 1 or more, a share of the rows read when below 1.</param>
    /// <param name="database">The database; may be null for a file.</param>
    /// <param name="budget">The memory that may be used.</param>
    /// <param name="workers">Threads and cancellation.</param>
    /// <param name="observer">Hears progress and warnings.</param>
    /// <exception cref="RecException"><c>SourceGone</c>: the model was fitted on objects of a pipeline; and what reading throws.</exception>
    public static (CustomerGroups Groups, RowTally Rows) Place(
        StoredClusters model, InteractionSource? source, double maxRejected, Database? database, MemoryBudget budget, Workers workers, IRunObserver observer)
    {
        source ??= model.Source;
        if (source.Table is null && source.Query is null && source.Path is null && source.Objects is null)
        {
            throw RecException.Configuration(
                "SourceGone", "The model was fitted on objects of a pipeline, which are gone.", "Give -Table, -Query or -Path with the customers to place.");
        }

        var (table, rows) = FeatureReader.Read(source, model.Features, model.Duplicates, maxRejected, database, budget, observer, workers.Cancellation);
        var raw = model.Space.RawOf(table);
        var points = model.Space.Place(raw);
        var clustering = NearestCluster.Place(points, model.Centers, workers);
        var silhouettes = Silhouette.Of(points, clustering.ClusterOf, clustering.ClusterCount, seed: 0, workers).OfCluster;
        return (CustomerGroups.Describe(table, model.Space, raw, points, clustering, silhouettes, model.Labels), rows);
    }
}
