using RecTools.Algorithms;
using RecTools.Data;

namespace RecTools.Training;

/// <summary>Answers questions from a stored model, without its source.</summary>
public sealed class ModelServer
{
    private readonly StoredModel model;
    private readonly ModelInfo info;
    private readonly Workers workers;
    private readonly float minimum;
    private readonly float maximum;

    private ModelServer(StoredModel model, ModelInfo info, CancellationToken cancellation)
    {
        this.model = model;
        this.info = info;
        workers = new Workers(0, cancellation);
        (minimum, maximum) = (model.Data.Matrix.Value.Min(), model.Data.Matrix.Value.Max());
    }

    /// <summary>Loads a model from the store.</summary>
    /// <exception cref="RecException"><c>ModelNotFound</c>, <c>ModelCorrupt</c>, <c>ModelUnreadable</c>, <c>NotARecommender</c>.</exception>
    public static ModelServer Open(RecConnection connection, string modelName, long? runId, CancellationToken cancellation)
    {
        using var database = Database.Open(connection);
        var (info, model) = StoredRecommender.Load(database, modelName, runId);
        return new ModelServer(model, info, cancellation);
    }

    /// <summary>Makes lists of recommendations without business rules.</summary>
    public ListServer ForLists() => new(model, info.Name, new ListRules { Seen = model.Data.Matrix }, workers);

    /// <summary>Makes lists of recommendations under business rules.</summary>
    /// <param name="request">Business rules.</param>
    /// <param name="connection">Where their queries are asked.</param>
    /// <param name="observer">Hears what was passed over.</param>
    /// <exception cref="RecException">What reading the rules throws.</exception>
    public ListServer ForLists(ListRequest request, RecConnection connection, IRunObserver observer)
    {
        ListRequestChecker.Check(request, model.Algorithm);
        using var database = request.HasRules ? Database.Open(connection) : null;
        var rules = new ListRuleReader(request, null, database, new MemoryBudget(0), observer, workers.Cancellation).Read(model.Data);
        return new ListServer(model, info.Name, rules.WithLikeness(model.Data, model.Data.Matrix, workers), workers);
    }

    /// <summary>Expected rating of one item by one user, within the range of the training values.</summary>
    /// <exception cref="RecException"><c>NotARatingModel</c>: the algorithm ranks only.</exception>
    public Prediction Predict(object userId, object itemId)
    {
        if (!model.Recommender.PredictsRatings)
        {
            throw new RecException(
                "NotARatingModel", RecErrorKind.Configuration, $"The model '{info.Name}' ({info.Algorithm}) ranks items; its scores are not ratings.",
                "Use Get-RecRecommendation, or train Bias or Als on ratings.", info.Name);
        }

        var user = model.Data.Users.Find(userId);
        var item = model.Data.Items.Find(itemId);
        return new Prediction(userId, itemId, user < 0 && item < 0 ? null : Math.Clamp(model.Recommender.Predict(user, item), minimum, maximum));
    }

    /// <summary>The items most like one.</summary>
    /// <exception cref="RecException"><c>ItemNotFound</c>, <c>TopOutOfRange</c>.</exception>
    public IReadOnlyList<SimilarItem> Similar(object itemId, int top)
    {
        CheckTop(top);
        var item = model.Data.Items.Find(itemId);
        if (item < 0)
        {
            throw new RecException(
                "ItemNotFound", RecErrorKind.NotFound, $"The model '{info.Name}' does not know the item '{itemId}'.",
                "Check the id, or train the model again on newer rows.", itemId);
        }

        return
        [
            .. model.Recommender.SimilarItems(item, top).Select((entry, rank) =>
                new SimilarItem(model.Data.Items[item], rank + 1, model.Data.Items[entry.Item], entry.Score)),
        ];
    }

    /// <summary>The users most like one.</summary>
    /// <exception cref="RecException"><c>UserNotFound</c>, <c>TopOutOfRange</c>, <c>NoUserSimilarity</c>.</exception>
    public IReadOnlyList<SimilarUser> SimilarUsers(object userId, int top)
    {
        CheckTop(top);
        var similarity = model.Recommender.As<IUserSimilarity>() ?? throw RecException.Configuration(
            "NoUserSimilarity", $"The model '{info.Name}' ({info.Algorithm}) does not compare users.",
            "Ask a model of Embedding, Als, ImplicitAls or UserKnn.", info.Name);
        var user = model.Data.Users.Find(userId);
        if (user < 0)
        {
            throw new RecException(
                "UserNotFound", RecErrorKind.NotFound, $"The model '{info.Name}' does not know the user '{userId}'.",
                "Check the id, or train the model again on newer rows.", userId);
        }

        return
        [
            .. similarity.SimilarUsers(user, top).Select((entry, rank) =>
                new SimilarUser(model.Data.Users[user], rank + 1, model.Data.Users[entry.User], entry.Score)),
        ];
    }

    /// <summary>The model's embeddings, for writing them to a table or to files.</summary>
    /// <exception cref="RecException"><c>NoEmbedding</c>: the algorithm has none.</exception>
    public EmbeddingExport Embeddings() => new(
        model.Recommender.As<IVectorModel>() ?? throw RecException.Configuration(
            "NoEmbedding", $"The model '{info.Name}' ({info.Algorithm}) does not describe users and items by numbers.",
            "Export a model of Embedding, Als or ImplicitAls.", info.Name),
        model.Data);

    /// <summary>Checks how many are asked for.</summary>
    /// <exception cref="RecException"><c>TopOutOfRange</c>.</exception>
    internal static void CheckTop(int top)
    {
        if (top < 1)
        {
            throw RecException.Configuration("TopOutOfRange", $"-Top is {top}; at least one item must be asked for.", "Give 1 or more.", top);
        }
    }
}
