using System.Globalization;
using RecTools.Algorithms;

namespace RecTools.Training;

/// <summary>Says in words that a split tells the model the future.</summary>
internal static class LeakReport
{
    /// <summary>Looks for test rows that lie before rows that were learned from.</summary>
    /// <param name="rows">The rows.</param>
    /// <returns>Null where there is none, or no time to tell by.</returns>
    public static LeakFinding? Of(MeasuredRows rows)
    {
        if (LeakCheck.Find(rows.Train, rows.TrainTime, rows.Test, rows.TestTime) is not { } found)
        {
            return null;
        }

        var (example, ids) = (found.Example, rows.Learned);
        var split = rows.Split.Kind;
        var share = (double)found.Rows / rows.Test.EntryCount;
        var times = TimeScale.Texts([example.TestTime, example.LaterTime]);
        return new LeakFinding(
            split,
            rows.Test.EntryCount,
            found.Rows,
            found.Users,
            $"User {ids.Users.Text(example.User)} has a test row of {times[0]} (item {ids.Items.Text(example.Item)}), and {times[1]} is the time of a row that was learned from.",
            string.Create(
                CultureInfo.InvariantCulture,
                $"{found.Rows:N0} of {rows.Test.EntryCount:N0} test rows ({share * 100:0.#} %) lie before rows of the same user that were learned from: ")
            + (split == SplitKind.Given
                ? "they tell the model the future, which nobody can on the day, so that its figures are not those that it will have. Give test rows that are later than what is learned from, or use -Split Time."
                : $"the split {split} tells the model the future, which nobody can on the day, so that its figures are not those that it will have. -Split Time measures it on later rows."));
    }

    /// <summary>The same with what a split by time gives instead.</summary>
    /// <param name="finding">What was found.</param>
    /// <param name="figures">The figures of the split asked for.</param>
    /// <param name="byTime">The figures of the split by time.</param>
    public static LeakFinding With(this LeakFinding finding, IReadOnlyList<MetricValue> figures, MetricValue[] byTime)
    {
        // The first of these that both have is what people look at.
        string[] foremost = ["nDCG", "RMSE"];
        var told = foremost.Select(name => (Now: figures.FirstOrDefault(figure => figure.Name == name), Later: byTime.FirstOrDefault(figure => figure.Name == name)))
            .FirstOrDefault(pair => pair is { Now: not null, Later: not null });
        return finding with
        {
            Instead = byTime,
            Message = finding.Message + (told.Later is null ? "" : $" It gives {told.Later} instead of {told.Now!.Value.ToString("0.0000", CultureInfo.InvariantCulture)}."),
        };
    }
}
