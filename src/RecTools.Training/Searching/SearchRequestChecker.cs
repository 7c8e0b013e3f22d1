using System.Globalization;

namespace RecTools.Training;

/// <summary>Checks what can be checked of a search before any work begins.</summary>
internal static class SearchRequestChecker
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);

    /// <summary>Checks a request.</summary>
    /// <exception cref="RecException">Kind <see cref="RecErrorKind.Configuration"/>, with an id that names the parameter.</exception>
    public static void Check(SearchRequest request)
    {
        CheckTime(request.TimeBudget);
        RequestChecker.Require(
            request.MaxTrials is null or >= 1, "MaxTrialsOutOfRange", $"-MaxTrials is {request.MaxTrials}; the defaults are the first trial.", "Give 1 or more, or leave it out.", request.MaxTrials);
        RequestChecker.Require(
            request.Folds is >= 2 and <= Algorithms.ValidationFolds.MostFolds, "FoldsOutOfRange", $"-Folds is {request.Folds}.",
            $"Give 2 to {Algorithms.ValidationFolds.MostFolds}; 5 is usual.", request.Folds);
        if (request.OutFile is { } path)
        {
            WholeFile.RequireFree(path, request.Force);
        }
    }

    /// <summary>Checks the time that a search may take.</summary>
    /// <exception cref="RecException"><c>TimeBudgetOutOfRange</c>.</exception>
    public static void CheckTime(TimeSpan time) => RequestChecker.Require(
        time >= Shortest, "TimeBudgetOutOfRange", $"-TimeBudget is {time.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture)} s.",
        "Give hours, minutes and seconds, such as 00:05:00; a bare number means ten-millionths of a second.", time);
}
