using RecTools.Algorithms;
using RecTools.Data;

namespace RecTools.Training;

/// <summary>Scores a model for everybody and writes the results: rules, recommendations, their evidence, similar items, and the model itself.</summary>
internal sealed class ModelPublisher(Database database, RunRecord record, TrainingRequest request, Workers workers, IRunObserver observer)
{
    /// <summary>Loads all results beside the current ones, then flips.</summary>
    /// <param name="model">The model.</param>
    /// <param name="content">The model as bytes.</param>
    /// <param name="hash">Takes in every row; finished here.</param>
    /// <param name="outcome">Makes the run's outcome from rows written and result hash.</param>
    public (IReadOnlyList<PublishedTable> Published, string ResultHash) Publish(
        StoredModel model, byte[] content, ResultHash hash, Func<long, string, RunOutcome> outcome)
    {
        new ModelStore(database).Add(request.ModelName, record.RunId, model.Algorithm.Name, StoredModel.Format, content);
        var written = 0L;
        if (model.Recommender is IRuleModel { Rules: var rules })
        {
            written += LoadRules(rules, model.Data, hash);
        }

        if (model.Data.UsersAreBaskets && request.Destination is null)
        {
            observer.Verbose("The source has no column of customers, so there is nobody to recommend to: rules only. Get-RecRecommendation -Basket answers for any basket.");
        }
        else if (request.EvidenceTop > 0)
        {
            using var evidence = new RecommendationRows(model.Recommender, model.Data, request.Top, request.EvidenceTop, workers, hash);
            written += Load("Evidence", evidence, 0);
        }

        if (request.SimilarTop > 0)
        {
            var lists = SimilarItemRows.Compute(model.Recommender, request.SimilarTop, workers);
            using var similar = new SimilarItemRows(model.Data.Items, lists, hash);
            if (lists.Any(list => list.Length > 0))
            {
                written += Load("SimilarItem", similar, lists.Sum(list => (long)list.Length));
            }
        }

        // Last, since a table of the user's own is written in the transaction that the flip ends.
        written += model.Data.UsersAreBaskets && request.Destination is null ? 0 : Recommend(model, hash);
        workers.Cancellation.ThrowIfCancellationRequested();
        var resultHash = hash.Finish();
        return (record.Commit(outcome(written, resultHash), request.KeepVersions), resultHash);
    }

    private long LoadRules(RuleSet rules, Interactions data, ResultHash hash)
    {
        using var ruleRows = new RuleRows(rules, data, hash);
        using var itemRows = new RuleItemRows(rules, data, hash);
        using var goesWith = new GoesWithRows(rules, data.Items, hash);
        return Load("Rule", ruleRows, rules.Count) + Load("RuleItem", itemRows, 0) + Load("GoesWith", goesWith, goesWith.RowCount);
    }

    private long Recommend(StoredModel model, ResultHash hash)
    {
        using var rows = new RecommendationRows(model.Recommender, model.Data, request.Top, 0, workers, hash);
        var expected = (long)model.Data.Users.Count * request.Top;
        return request.Destination is null
            ? Load("Recommendation", rows, expected)
            : Write(rows, expected, counted =>
                record.Publication.LoadDestination(request.Destination, request.DestinationMode, rows.Table, counted, workers.Cancellation));
    }

    private long Load(string result, ResultRows rows, long expected) =>
        Write(rows, expected, counted => record.Publication.Load(result, rows.Table, counted, workers.Cancellation));

    private long Write(ResultRows rows, long expected, Action<CountedRows> write)
    {
        using var counted = new CountedRows(rows, done => observer.Progress("Publish", done, expected));
        write(counted);
        return counted.Count;
    }
}
