using RecTools.Algorithms;

namespace RecTools.Tests;

/// <summary>A recommender that says what a test tells it to say.</summary>
internal sealed class FixedScores(float[][] scores, int itemCount, bool predictsRatings) : IRecommender
{
    public int UserCount => scores.Length;

    public int ItemCount => itemCount;

    public bool PredictsRatings => predictsRatings;

    /// <summary>Random scores out of few different ones, so that there are ties.</summary>
    public static FixedScores Random(int users, int items, int different, long seed, bool predictsRatings = true)
    {
        var random = new SeededRandom(seed);
        var scores = new float[users][];
        for (var user = 0; user < users; user++)
        {
            scores[user] = new float[items];
            for (var item = 0; item < items; item++)
            {
                scores[user][item] = random.Next(different) * 0.25f;
            }
        }

        return new FixedScores(scores, items, predictsRatings);
    }

    public float Predict(int user, int item) => scores[user][item];

    public void Score(int firstUser, int userCount, Span<float> target)
    {
        for (var user = 0; user < userCount; user++)
        {
            scores[firstUser + user].CopyTo(target[(user * itemCount)..]);
        }
    }

    public void ScoreNewUser(ReadOnlySpan<int> items, ReadOnlySpan<float> values, Span<float> target) => throw new NotSupportedException();

    public ScoredItem[] SimilarItems(int item, int count) => throw new NotSupportedException();

    public Contribution[][] Explain(int user, ReadOnlySpan<int> historyItems, ReadOnlySpan<float> historyValues, ReadOnlySpan<int> items, int count) =>
        throw new NotSupportedException();

    public void Save(BinaryWriter writer) => throw new NotSupportedException();
}
