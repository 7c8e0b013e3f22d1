using System.Globalization;
using RecTools.Algorithms;

namespace RecTools.Training;

/// <summary>Checks the business rules of a request, as far as that can be done before anything is read.</summary>
internal static class ListRequestChecker
{
    /// <summary>Checks a request.</summary>
    /// <exception cref="RecException"><c>ListRulesUnused</c>, <c>MaxPerCategoryOutOfRange</c>, <c>SeenAfterDaysOutOfRange</c>, <c>SeenAfterDaysUnused</c> or <c>DiversityOutOfRange</c>.</exception>
    public static void Check(ListRequest request, IAlgorithm algorithm)
    {
        if (algorithm is not (IRecommenderAlgorithm or Auto) && (request.HasRules || request.SeenItems != SeenItems.Exclude))
        {
            throw RecException.Configuration(
                "ListRulesUnused", $"{algorithm.Name} recommends nothing, so there are no lists to rule.",
                "Leave -ItemFilter, -CandidateQuery, -MaxPerCategory, -SeenItems, -SeenAfterDays and -Diversity out.", algorithm.Name);
        }

        if (request.MaxPerCategory is { } most and < 1)
        {
            throw RecException.Configuration(
                "MaxPerCategoryOutOfRange", $"-MaxPerCategory is {most}; a list must be able to hold something.", "Give 1 or more, or leave it out for no limit.", most);
        }

        if (request.SeenItems == SeenItems.AfterDays ? request.SeenAfterDays < 1 : request.SeenAfterDays != 0)
        {
            throw request.SeenItems == SeenItems.AfterDays
                ? RecException.Configuration(
                    "SeenAfterDaysOutOfRange", $"-SeenItems AfterDays with -SeenAfterDays {request.SeenAfterDays} does not say after how many days.", "Give -SeenAfterDays with 1 or more, such as 90.", request.SeenAfterDays)
                : RecException.Configuration(
                    "SeenAfterDaysUnused", $"-SeenAfterDays {request.SeenAfterDays} has no meaning with -SeenItems {request.SeenItems}.", "Leave one of them out.", request.SeenAfterDays);
        }

        if (!(request.Diversity is >= 0 and <= 1))
        {
            throw RecException.Configuration(
                "DiversityOutOfRange", $"-Diversity is {request.Diversity.ToString(CultureInfo.InvariantCulture)}.",
                "Give a number from 0 (the best scores) to 1 (as different as can be), such as 0.3.", request.Diversity);
        }
    }
}
