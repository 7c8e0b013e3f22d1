namespace RecTools.Algorithms;

/// <summary>A model that can tell which users are alike.</summary>
public interface IUserSimilarity
{
    /// <summary>The users most like one, best first, ties by user number, himself left out.</summary>
    /// <param name="user">The user.</param>
    /// <param name="count">How many at most.</param>
    ScoredUser[] SimilarUsers(int user, int count);
}

/// <summary>A user with a score.</summary>
/// <param name="User">User number.</param>
/// <param name="Score">The score.</param>
public readonly record struct ScoredUser(int User, float Score)
{
    /// <summary>What a search among users found, which knows no difference.</summary>
    internal static ScoredUser[] Of(ScoredItem[] found) => Array.ConvertAll(found, one => new ScoredUser(one.Item, one.Score));
}
