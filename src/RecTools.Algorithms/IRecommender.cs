namespace RecTools.Algorithms;

/// <summary>A fitted recommender. Users and items are numbered from 0; ids are the caller's matter. Safe to call from many threads.</summary>
public interface IRecommender
{
    /// <summary>Users it was fitted on.</summary>
    int UserCount { get; }

    /// <summary>Items it was fitted on.</summary>
    int ItemCount { get; }

    /// <summary>Whether scores are expected ratings (in the unit of the training values) rather than ranking scores only.</summary>
    bool PredictsRatings { get; }

    /// <summary>Score of one item for one user; the same number, bit for bit, as <see cref="Score"/> gives.</summary>
    /// <param name="user">User number; -1 for an unknown one, where the algorithm falls back on what it knows of the item.</param>
    /// <param name="item">Item number; -1 for an unknown one.</param>
    float Predict(int user, int item);

    /// <summary>Scores of all items for a run of users.</summary>
    /// <param name="firstUser">First user.</param>
    /// <param name="userCount">How many users.</param>
    /// <param name="scores">Row after row, <paramref name="userCount"/> x <see cref="ItemCount"/>.</param>
    void Score(int firstUser, int userCount, Span<float> scores);

    /// <summary>Scores of all items for somebody who was not in the training data, from a history.</summary>
    /// <param name="items">Items of the history, ascending.</param>
    /// <param name="values">Their values.</param>
    /// <param name="scores">One score an item.</param>
    void ScoreNewUser(ReadOnlySpan<int> items, ReadOnlySpan<float> values, Span<float> scores);

    /// <summary>Scores of all items for a user of the training data whose history has changed since.</summary>
    /// <param name="user">The user.</param>
    /// <param name="items">Items of the history as it is now, ascending.</param>
    /// <param name="values">Their values.</param>
    /// <param name="scores">One score an item.</param>
    void ScoreChangedUser(int user, ReadOnlySpan<int> items, ReadOnlySpan<float> values, Span<float> scores) => ScoreNewUser(items, values, scores);

    /// <summary>The items most like one, best first, ties by item number, itself left out.</summary>
    /// <param name="item">The item.</param>
    /// <param name="count">How many at most.</param>
    ScoredItem[] SimilarItems(int item, int count);

    /// <summary>What the scores of some items for a user are made of, largest contribution first.</summary>
    /// <param name="user">The user; -1 for somebody new.</param>
    /// <param name="historyItems">Items of the user's history, ascending.</param>
    /// <param name="historyValues">Their values.</param>
    /// <param name="items">Items to explain.</param>
    /// <param name="count">Parts to give for each at most.</param>
    /// <returns>For each item the parts, as items of the history with what they add to the score; empty where the algorithm does not look at the history.</returns>
    Contribution[][] Explain(int user, ReadOnlySpan<int> historyItems, ReadOnlySpan<float> historyValues, ReadOnlySpan<int> items, int count);

    /// <summary>What the scores that <see cref="ScoreChangedUser"/> gives are made of.</summary>
    /// <param name="user">The user.</param>
    /// <param name="historyItems">Items of the history as it is now, ascending.</param>
    /// <param name="historyValues">Their values.</param>
    /// <param name="items">Items to explain.</param>
    /// <param name="count">Parts to give for each at most.</param>
    Contribution[][] ExplainChangedUser(int user, ReadOnlySpan<int> historyItems, ReadOnlySpan<float> historyValues, ReadOnlySpan<int> items, int count) =>
        Explain(-1, historyItems, historyValues, items, count);

    /// <summary>Why an item scores as it does where no part of the history speaks for it, in plain words, such as <c>popular: 120 users</c>.</summary>
    string Describe(int item) => "fits your taste as a whole";

    /// <summary>As the other one, where it depends on who asks; -1 for somebody new.</summary>
    string Describe(int user, int item) => Describe(item);

    /// <summary>As <see cref="Describe(int)"/>, for somebody of whom nothing is known, and so no taste.</summary>
    string DescribeToStranger(int item) => Describe(item);

    /// <summary>What a score rests on.</summary>
    /// <param name="user">The user; -1 for somebody new.</param>
    /// <param name="item">The item.</param>
    /// <param name="parts">What <see cref="Explain"/> says of it.</param>
    ReasonKind KindOf(int user, int item, ReadOnlySpan<Contribution> parts) => ReasonKind.Model;

    /// <summary>The model that answers somebody: this one, unless it asks others by how much is known of a user.</summary>
    /// <param name="historyCount">Rows of the user's history as it is now.</param>
    IRecommender AnsweringFor(int historyCount) => this;

    /// <summary>Writes everything that <see cref="IRecommenderAlgorithm.Load"/> needs; equal models write equal bytes.</summary>
    void Save(BinaryWriter writer);
}

/// <summary>An item with a score.</summary>
/// <param name="Item">Item number.</param>
/// <param name="Score">The score.</param>
public readonly record struct ScoredItem(int Item, float Score);
