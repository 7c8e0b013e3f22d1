using RecTools.Algorithms;
using RecTools.Data;

namespace RecTools.Training;

/// <summary>Finds out whose rows have changed since a model was fitted, so that only they need be scored.</summary>
internal static class ChangedUserPublication
{
    /// <summary>Reads the rows as they are now and prepares the tables.</summary>
    /// <param name="request">What to publish.</param>
    /// <param name="info">The model's name and run.</param>
    /// <param name="model">The model.</param>
    /// <param name="source">Where the rows are; null where that is not known.</param>
    /// <param name="rules">Reads the business rules.</param>
    /// <param name="database">The database.</param>
    /// <param name="budget">The memory that may be used.</param>
    /// <param name="workers">Threads and cancellation.</param>
    /// <param name="observer">Hears what was found.</param>
    /// <exception cref="RecException"><c>SourceGone</c>, <c>NothingPublished</c>, <c>PublishedOtherwise</c> and what reading throws.</exception>
    public static PreparedResult Prepare(
        PublishRequest request, ModelInfo info, StoredModel model, InteractionSource? source, ListRuleReader rules, Database database, MemoryBudget budget,
        Workers workers, IRunObserver observer)
    {
        if (source is null)
        {
            throw RecException.Configuration(
                "SourceGone", $"The model '{info.Name}' does not know where its rows came from (objects of a pipeline, or an older version of RecTools).",
                "Give -Table, -Query or -Path with the rows as they are now.", info.Name);
        }

        var published = request.Destination is null ? PublishedLists.Find(database, info, model) : PublishedLists.FindBesideDestination(database, info, model);
        var training = new TrainingRequest
        {
            Algorithm = model.Algorithm.Name,
            ModelName = request.ModelName,
            Source = source,
            Duplicates = model.Duplicates,
            MaxRejected = request.MaxRejected,
            Split = new SplitRequest { Kind = SplitKind.None },
        };
        var options = OptionBinder.FromJson(model.Algorithm, model.OptionsJson);
        var now = TrainingData.Read(training, model.Algorithm, options, database, budget, observer, workers);
        var changed = ChangedUsers.Find(model.Data, now.Train);
        observer.Verbose($"{changed.Data.Users.Count:N0} users have other rows than the model was fitted on, {changed.UnchangedCount:N0} have the same, and {changed.Gone.Count:N0} have none any more.");
        if (changed.UnknownItems > 0)
        {
            observer.Warning($"{changed.UnknownItems:N0} items of {source} are not known to the model and were passed over; train it again to recommend them.");
        }

        var lists = changed.Data.Users.Count == 0 ? ListRules.None : rules.Read(changed.Data).WithLikeness(model.Data, model.Data.Matrix, workers);
        return new PreparedResult(model, new ChangedUserTables(model, changed, published, request, lists, workers))
        {
            Rows = now.Rows,
            ChangedUsers = changed.Data.Users.Count,
            GoneUsers = changed.Gone.Count,
        };
    }
}
