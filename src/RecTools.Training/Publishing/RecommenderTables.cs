using RecTools.Algorithms;

namespace RecTools.Training;

/// <summary>Scores a model for everybody and writes the results: rules, recommendations, their evidence, what strangers get, similar items.</summary>
/// <param name="model">The model.</param>
/// <param name="request">How much of what is written.</param>
/// <param name="lists">What lists may hold and how they are put together.</param>
/// <param name="workers">Threads and cancellation.</param>
internal sealed class RecommenderTables(StoredModel model, TrainingRequest request, ListRules lists, Workers workers) : IResultTables
{
    /// <inheritdoc/>
    public IReadOnlyList<MetricValue> Facts { get; private set; } = [];

    /// <inheritdoc/>
    public long Load(ResultLoader loader, ResultHash hash)
    {
        var written = 0L;
        if (model.Recommender is IRuleModel { Rules: var rules })
        {
            written += RuleTables.Load(loader, rules, model.Data, hash);
        }

        var recommends = !model.Data.UsersAreBaskets || request.Destination is not null;
        if (!recommends)
        {
            loader.Observer.Verbose("The source has no column of customers, so there is nobody to recommend to: rules only. Get-RecRecommendation -Basket answers for any basket.");
        }
        else
        {
            using var fallback = new FallbackRows(Fallback.Compute(model.Recommender, model.Data, lists, request.Top, workers), model.Data, hash);
            written += loader.Load("Fallback", fallback, request.Top);
        }

        if (recommends && request.EvidenceTop > 0)
        {
            using var evidence = new RecommendationRows(model.Recommender, model.Data, lists, request.Top, request.EvidenceTop, workers, hash);
            written += loader.Load("Evidence", evidence, 0);
        }

        if (request.SimilarTop > 0)
        {
            var similarItems = SimilarItemRows.Compute(model.Recommender, request.SimilarTop, workers);
            using var similar = new SimilarItemRows(model.Data.Items, similarItems, hash);
            if (similarItems.Any(list => list.Length > 0))
            {
                written += loader.Load("SimilarItem", similar, similarItems.Sum(list => (long)list.Length));
            }
        }

        return recommends ? written + LoadRecommendations(loader, hash) : written;
    }

    private long LoadRecommendations(ResultLoader loader, ResultHash hash)
    {
        using var rows = new RecommendationRows(model.Recommender, model.Data, lists, request.Top, 0, workers, hash);
        var expected = (long)model.Data.Users.Count * request.Top;
        var written = request.Destination is null
            ? loader.Load("Recommendation", rows, expected)
            : loader.LoadDestination(request.Destination, request.DestinationMode, rows, expected);
        Facts = rows.Short.Facts;
        rows.Short.Warn(loader.Observer);
        return written;
    }
}
