using System.Globalization;

namespace RecTools.Algorithms;

/// <summary>The range of ratings: as stated, or from the lowest to the highest there is.</summary>
internal static class RatingRange
{
    /// <summary>Scale of some ratings.</summary>
    /// <exception cref="RecException"><c>RatingRange</c> or <c>RatingOutsideRange</c>.</exception>
    public static OutputScale Of(ReadOnlySpan<float> ratings, EmbeddingOptions options)
    {
        var (lowest, highest) = ratings.IsEmpty
            ? (0, 0)
            : (System.Numerics.Tensors.TensorPrimitives.Min(ratings), System.Numerics.Tensors.TensorPrimitives.Max(ratings));
        var (low, high) = ((float)(options.LowestRating ?? lowest), (float)(options.HighestRating ?? highest));
        if (options is { LowestRating: not null, HighestRating: not null } && low >= high)
        {
            throw RecException.Configuration(
                "RatingRange",
                string.Create(CultureInfo.InvariantCulture, $"LowestRating is {low} and HighestRating is {high}."),
                "Give a HighestRating above the LowestRating.",
                options.LowestRating);
        }

        if (!ratings.IsEmpty && (lowest < low || highest > high))
        {
            var outside = lowest < low ? lowest : highest;
            throw new RecException(
                "RatingOutsideRange",
                RecErrorKind.Data,
                string.Create(CultureInfo.InvariantCulture, $"There is a rating of {outside}, outside the range of {low} to {high} that is stated."),
                "Give a LowestRating and a HighestRating that all ratings lie between, or leave them out.",
                outside);
        }

        return new OutputScale(EmbeddingAim.Rating, low, high);
    }
}
