using RecTools.Algorithms;

namespace RecTools.Training;

/// <summary>Makes lists of recommendations from a stored model, with their reasons.</summary>
public sealed class ListServer
{
    private readonly StoredModel model;
    private readonly string modelName;
    private readonly ListRules rules;
    private readonly Workers workers;
    private readonly EvidenceNames names;

    internal ListServer(StoredModel model, string modelName, ListRules rules, Workers workers)
    {
        this.model = model;
        this.modelName = modelName;
        this.rules = rules;
        this.workers = workers;
        names = new EvidenceNames(model.Recommender, model.Data);
    }

    /// <summary>Ids of all users the model knows.</summary>
    public IEnumerable<object> UserIds => Enumerable.Range(0, model.Data.Users.Count).Select(user => model.Data.Users[user]);

    /// <summary>The best items for a user.</summary>
    /// <param name="userId">The user.</param>
    /// <param name="top">How many.</param>
    /// <param name="evidence">Parts of the reason to give as objects.</param>
    /// <exception cref="RecException"><c>UserNotFound</c>, <c>TopOutOfRange</c>.</exception>
    public IReadOnlyList<Recommendation> Recommend(object userId, int top, int evidence)
    {
        ModelServer.CheckTop(top);
        var user = model.Data.Users.Find(userId);
        if (user < 0)
        {
            throw new RecException(
                "UserNotFound", RecErrorKind.NotFound, $"The model '{modelName}' does not know the user '{userId}'.",
                "Give what the user has with -History, or train the model again on newer rows.", userId);
        }

        var lists = ExplainedLists.Compute(model.Recommender, rules, model.Data.Matrix, user, 1, top, Math.Max(evidence, ReasonText.Parts), workers);
        var result = new List<Recommendation>();
        foreach (var entry in lists.ItemsOf(user))
        {
            var rank = result.Count;
            result.Add(Explained(model.Recommender, model.Data.Users[user], user, rank, entry, lists.PartsOf(user, rank), lists.KindOf(model.Recommender, user, rank), evidence));
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
        ModelServer.CheckTop(top);
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
        var list = NewUserList.Compute(model.Recommender, rules, items, values, top, Math.Max(evidence, ReasonText.Parts));
        return [.. list.Items.Select((entry, rank) => Explained(list.Answering, userId, -1, rank, entry, list.Parts[rank], list.Kinds[rank], evidence))];
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

    private Recommendation Explained(
        IRecommender answering, object userId, int user, int rank, ScoredItem entry, Contribution[] parts, ReasonKind kind, int evidence) => new(
        userId,
        rank + 1,
        model.Data.Items[entry.Item],
        entry.Score,
        ReasonText.Of(answering, user, entry.Item, parts, model.Data, names),
        evidence == 0 ? null : [.. parts.Take(evidence).Select(names.ToEvidence)],
        model.Data.ItemNames?[entry.Item],
        kind);

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
}
