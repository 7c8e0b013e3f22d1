using RecTools.Algorithms;
using RecTools.Data;

namespace RecTools.Training;

/// <summary>The result tables of a model where only some users are scored anew: what readers see of all others goes into the new version as it is.</summary>
/// <param name="model">The model.</param>
/// <param name="changed">The users to score.</param>
/// <param name="published">What is published now.</param>
/// <param name="request">Where to.</param>
/// <param name="lists">What lists may hold and how they are put together, for these users.</param>
/// <param name="workers">Threads and cancellation.</param>
internal sealed class ChangedUserTables(
    StoredModel model, ChangedUsers changed, PublishedLists published, PublishRequest request, ListRules lists, Workers workers) : IResultTables
{
    /// <inheritdoc/>
    public IReadOnlyList<MetricValue> Facts { get; private set; } = [];

    /// <inheritdoc/>
    public long Load(ResultLoader loader, ResultHash hash)
    {
        var folded = new FoldedInUsers(model.Recommender, changed.Data.Matrix, changed.Known);
        hash.Add(published.ResultHash);
        var written = published.FallbackTop > 0 ? CarryFallback(loader, hash) : 0L;
        if (request.Destination is not null)
        {
            using var own = new RecommendationRows(folded, changed.Data, lists, request.Top, 0, workers, hash);
            written += loader.LoadDestination(request.Destination, DestinationMode.Merge, own, 0);
            Report(own.Short, loader);
            return written;
        }

        if (model.Recommender is IRuleModel { Rules: var rules })
        {
            written += RuleTables.Load(loader, rules, model.Data, hash);
        }

        if (published.SimilarTop > 0)
        {
            using var none = new SimilarItemRows(model.Data.Items, [], hash);
            using var nothing = new IdRows("ItemId", model.Data.Items.Subset([]));
            written += loader.LoadBeside("SimilarItem", none, nothing);
        }

        if (published.EvidenceTop > 0)
        {
            using var evidence = new RecommendationRows(folded, changed.Data, lists, published.Top, published.EvidenceTop, workers, hash);
            written += LoadBeside(loader, "Evidence", evidence);
        }

        using var rows = new RecommendationRows(folded, changed.Data, lists, published.Top, 0, workers, hash);
        written += LoadBeside(loader, "Recommendation", rows);
        Report(rows.Short, loader);
        return written;
    }

    private long CarryFallback(ResultLoader loader, ResultHash hash)
    {
        using var none = new FallbackRows(null, model.Data, hash);
        using var nothing = new IdRows("Rank", IdSet.FromNumbers([], "int"));
        return loader.LoadBeside("Fallback", none, nothing);
    }

    // Users of both kinds lose their present rows: those scored anew, and those who have nothing any more.
    private long LoadBeside(ResultLoader loader, string result, ResultRows rows)
    {
        using var dropped = new IdRows("UserId", changed.Data.Users, changed.Gone);
        return loader.LoadBeside(result, rows, dropped);
    }

    private void Report(ShortLists shortLists, ResultLoader loader)
    {
        Facts = shortLists.Facts;
        shortLists.Warn(loader.Observer);
    }
}
