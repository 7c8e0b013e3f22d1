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

    /// <summary>Ids of all users the model knows.</summary>
    public IEnumerable<object> UserIds => Enumerable.Range(0, model.Data.Users.Count).Select(user => model.Data.Users[user]);

    /// <summary>Ids of all items the model knows.</summary>
    public IEnumerable<object> ItemIds => Enumerable.Range(0, model.Data.Items.Count).Select(item => model.Data.Items[item]);

    /// <summary>Loads a model from the store.</summary>
    /// <exception cref="RecException"><c>ModelNotFound</c>, <c>ModelCorrupt</c>, <c>ModelUnreadable</c>, <c>NotARecommender</c>.</exception>
    public static ModelServer Open(RecConnection connection, string modelName, long? runId, CancellationToken cancellation)
    {
        using var database = Database.Open(connection);
        SchemaCheck.Ensure(database);
        var (info, content) = new ModelStore(database).Load(modelName, runId);
        return StoredModels.Load(content) is StoredModel model ? new ModelServer(model, info, cancellation) : throw RecException.Configuration(
            "NotARecommender", $"The model '{info.Name}' ({info.Algorithm}) finds groups; it recommends nothing.",
            "Ask a model of another algorithm, or query its published tables of clusters and members.", info.Name);
    }

    /// <summary>The best items for a user.</summary>
    /// <param name="userId">The user.</param>
    /// <param name="top">How many.</param>
    /// <param name="evidence">Parts of the reason to give as objects.</param>
    /// <param name="includeSeen">Whether items the user has may be recommended.</param>
    /// <exception cref="RecException"><c>UserNotFound</c>, <c>TopOutOfRange</c>.</exception>
    public IReadOnlyList<Recommendation> Recommend(object userId, int top, int evidence, bool includeSeen)
    {
        CheckTop(top);
        var user = model.Data.Users.Find(userId);
        if (user < 0)
        {
            throw new RecException(
                "UserNotFound", RecErrorKind.NotFound, $"The model '{info.Name}' does not know the user '{userId}'.",
                "Give what the user has with -History, or train the model again on newer rows.", userId);
        }

        var matrix = model.Data.Matrix;
        var lists = ExplainedLists.Compute(
            model.Recommender, includeSeen ? null : matrix, matrix, user, 1, top, Math.Max(evidence, ReasonText.Parts), workers);
        var result = new List<Recommendation>();
        foreach (var entry in lists.ItemsOf(user))
        {
            result.Add(Explained(model.Data.Users[user], user, result.Count + 1, entry, lists.PartsOf(user, result.Count), evidence));
        }

        return result;
    }

    /// <summary>The best items for somebody who was not in the training data, or for a basket.</summary>
    /// <param name="userId">What to call the user in the result.</param>
    /// <param name="history">Ids or names of items, and values.</param>
    /// <param name="top">How many.</param>
    /// <param name="evidence">Parts of the reason to give as objects.</param>
    /// <param name="unknown">Items that the model does not know; they are left out.</param>
    /// <exception cref="RecException"><c>TopOutOfRange</c>.</exception>
    public IReadOnlyList<Recommendation> RecommendFor(
        object userId, IReadOnlyDictionary<object, float> history, int top, int evidence, out IReadOnlyList<object> unknown)
    {
        CheckTop(top);
        var known = new SortedDictionary<int, float>();
        var strangers = new List<object>();
        foreach (var (id, value) in history)
        {
            if (ItemOf(id) is >= 0 and var item)
            {
                known[item] = value;
            }
            else
            {
                strangers.Add(id);
            }
        }

        unknown = strangers;
        int[] items = [.. known.Keys];
        float[] values = [.. known.Values];
        var scores = new float[model.Data.Items.Count];
        model.Recommender.ScoreNewUser(items, values, scores);
        var best = new ScoredItem[Math.Min(top, scores.Length)];
        best = best[..TopItems.Select(scores, items, best)];
        var parts = model.Recommender.Explain(-1, items, values, Array.ConvertAll(best, entry => entry.Item), Math.Max(evidence, ReasonText.Parts));
        return [.. best.Select((entry, rank) => Explained(userId, -1, rank + 1, entry, parts[rank], evidence))];
    }

    /// <summary>What of a basket names several items, of which the first is taken.</summary>
    /// <param name="ids">Ids or names of items.</param>
    /// <returns>A sentence for each.</returns>
    public IReadOnlyList<string> Ambiguous(IEnumerable<object> ids)
    {
        var sentences = new List<string>();
        foreach (var id in ids)
        {
            if (model.Data.Items.Find(id) < 0 && ItemsCalled(id).ToList() is { Count: > 1 } items)
            {
                sentences.Add($"'{id}' is the name of {items.Count:N0} items, {string.Join(", ", items.Take(5).Select(model.Data.Items.Text))}{(items.Count > 5 ? ", ..." : "")}; {model.Data.Items.Text(items[0])} is taken. Give the id to say which.");
            }
        }

        return sentences;
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

    private Recommendation Explained(object userId, int user, int rank, ScoredItem entry, Contribution[] parts, int evidence) => new(
        userId,
        rank,
        model.Data.Items[entry.Item],
        entry.Score,
        ReasonText.Of(model.Recommender, user, entry.Item, parts, model.Data),
        evidence == 0 ? null : [.. parts.Take(evidence).Select(part => new Evidence(model.Data.Items[part.Item], part.Score, part.Rule < 0 ? null : part.Rule + 1))],
        model.Data.ItemNames?[entry.Item]);

    // People know names better than stock codes; an id goes first where both fit.
    private int ItemOf(object id)
    {
        var item = model.Data.Items.Find(id);
        return item >= 0 ? item : ItemsCalled(id).FirstOrDefault(-1);
    }

    // Names were read without blanks at their ends.
    private IEnumerable<int> ItemsCalled(object id) => id is string text && model.Data.ItemNames is { } names
        ? Enumerable.Range(0, names.Length).Where(item => names[item]?.Equals(text.Trim(), StringComparison.OrdinalIgnoreCase) == true)
        : [];

    private static void CheckTop(int top)
    {
        if (top < 1)
        {
            throw RecException.Configuration("TopOutOfRange", $"-Top is {top}; at least one item must be asked for.", "Give 1 or more.", top);
        }
    }
}
