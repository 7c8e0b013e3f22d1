using System.Globalization;

namespace RecTools.Training;

/// <summary>What figures are called and what they mean, for readers who do not know them.</summary>
internal static class MetricText
{
    private static readonly string[] Shares = ["Precision", "Recall", "nDCG", "HitRate", "MAP", "MAP@k", "Coverage", "Diversity"];

    /// <summary>Whether a figure is a share between 0 and 1, so that it can stand on one axis with others.</summary>
    public static bool IsShare(string name) => Shares.Contains(name);

    /// <summary>Whether a lower figure is better.</summary>
    public static bool LowerIsBetter(string name) => name is "RMSE" or "MAE";

    /// <summary>A figure's name with the length of the list: <c>nDCG@10</c>.</summary>
    public static string NameOf(MetricValue metric) => NameOf(metric.Name, metric.K);

    /// <summary>A figure's name with the length of the list where it depends on one.</summary>
    public static string NameOf(string name, int? k) =>
        k is null || name is "RMSE" or "MAE" || name.StartsWith("MAP", StringComparison.Ordinal) ? name : string.Create(CultureInfo.InvariantCulture, $"{name}@{k}");

    /// <summary>A figure with its interval in a sentence: <c>nDCG@10 0.4842 (95 % interval 0.4700 to 0.4990)</c>.</summary>
    public static string Sentence(MetricValue metric) => Sentence(NameOf(metric), metric.Value, metric.Lower, metric.Upper);

    /// <summary>The same of its parts.</summary>
    public static string Sentence(string name, double value, double? lower, double? upper) =>
        $"{name} {Four(value)}" + (lower is { } from && upper is { } to ? $" (95 % interval {Four(from)} to {Four(to)})" : "");

    /// <summary>What a figure means, in a plain sentence with the figure in it.</summary>
    public static string Meaning(MetricValue metric) => metric.Name switch
    {
        "RMSE" => $"A predicted rating is typically off by {Two(metric.Value)}; large misses count more.",
        "MAE" => $"A predicted rating is off by {Two(metric.Value)} on average.",
        "Precision" => $"Of 100 recommended items, {OfHundred(metric.Value)} were right: the user had them in the rows held back.",
        "Recall" => $"Of 100 items that users had in the rows held back, {OfHundred(metric.Value)} stood on their lists.",
        "nDCG" => "How near the lists are to the best possible ones, with early places counting more: 1 is perfect, 0 is no right item at all.",
        "HitRate" => $"Of 100 users, {OfHundred(metric.Value)} found at least one right item on their list.",
        "MAP" => "Rewards right items that stand early; items that the list has no room for count as missed.",
        "MAP@k" => "Rewards right items that stand early; a list full of right items gets 1.",
        "Coverage" => $"Of 100 items, {OfHundred(metric.Value)} were recommended to somebody.",
        "Diversity" => "How unlike the items of one list are: 0 is all alike, 1 is nothing in common.",
        "Novelty" => "How rare the recommended items are, in bits: each bit more halves the share of users who have them.",
        "PopularityBias" => metric.Value >= 0
            ? $"Recommended items are {OfHundred(metric.Value)} % more popular than what the same users have."
            : $"Recommended items are {OfHundred(-metric.Value)} % less popular than what the same users have.",
        "Silhouette" => "How much nearer customers are to their own group than to the next: 1 is far apart, 0 is on the border.",
        "CalinskiHarabasz" => "How far the groups are from each other for how wide they are; higher is better, among numbers of groups of the same customers.",
        "DaviesBouldin" => "How alike each group is to the one most like it; lower is better.",
        "Stability" => "How much the groups stay the same when some customers are left out: 1 is always the same.",
        "Inertia" => "Sum of the squared distances of customers to the middle of their group; lower is tighter.",
        "CopheneticCorrelation" => "How well the tree tells the distances between customers: 1 is exactly.",
        "Clusters" => "Number of groups.",
        _ => "",
    };

    /// <summary>A quality with four digits behind the point.</summary>
    public static string Four(double value) => value.ToString("0.0000", CultureInfo.InvariantCulture);

    private static string Two(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);

    private static string OfHundred(double share) => (share * 100).ToString(share is > 0 and < 0.01 ? "0.0" : "0", CultureInfo.InvariantCulture);
}
