namespace RecTools;

/// <summary>One recommended item of one user.</summary>
/// <param name="UserId">The user, in the type of the source.</param>
/// <param name="Rank">Place in the user's list, from 1.</param>
/// <param name="ItemId">The item, in the type of the source.</param>
/// <param name="Score">The model's score; only its order within one user has a meaning for ranking algorithms.</param>
/// <param name="Reason">Why, in plain words.</param>
/// <param name="Evidence">What the score is made of, when asked for.</param>
/// <param name="ItemName">What people call the item, where the source said so.</param>
/// <param name="ReasonKind">What the recommendation rests on.</param>
public sealed record Recommendation(
    object UserId, int Rank, object ItemId, float Score, string Reason, Evidence[]? Evidence = null, string? ItemName = null, ReasonKind ReasonKind = ReasonKind.Model);

/// <summary>One part of the reason for a recommendation.</summary>
/// <param name="ItemId">Item of the user's history; null where something else speaks for the recommendation.</param>
/// <param name="Contribution">What it adds to the score.</param>
/// <param name="RuleId">The rule that ties it to the recommendation; null where no rule does.</param>
/// <param name="Feature">The feature of the recommended item, such as <c>Genre=Comedy</c>, or of the user; null where it is none.</param>
/// <param name="Part">The part of a hybrid; null where it is none.</param>
public sealed record Evidence(object? ItemId, float Contribution, int? RuleId = null, string? Feature = null, string? Part = null)
{
    /// <summary>What speaks for the recommendation, whatever it is.</summary>
    public override string ToString() => Part ?? Feature ?? $"{ItemId}";
}

/// <summary>The expected rating of one item by one user.</summary>
/// <param name="UserId">The user.</param>
/// <param name="ItemId">The item.</param>
/// <param name="Value">Expected rating within the range of the training data; null when user and item are both unknown.</param>
public sealed record Prediction(object UserId, object ItemId, float? Value);

/// <summary>An item like another.</summary>
/// <param name="ItemId">The item asked about.</param>
/// <param name="Rank">Place in the list, from 1.</param>
/// <param name="SimilarItemId">The item like it.</param>
/// <param name="Score">Similarity, 1 at most.</param>
public sealed record SimilarItem(object ItemId, int Rank, object SimilarItemId, float Score);

/// <summary>A user like another.</summary>
/// <param name="UserId">The user asked about.</param>
/// <param name="Rank">Place in the list, from 1.</param>
/// <param name="SimilarUserId">The user like him.</param>
/// <param name="Score">Similarity, 1 at most.</param>
public sealed record SimilarUser(object UserId, int Rank, object SimilarUserId, float Score);
