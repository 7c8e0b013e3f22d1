namespace RecTools.Training;

/// <summary>The reports of what an analyst found and did not store: rules, or groups.</summary>
internal static class FoundReport
{
    /// <summary>The report of rules.</summary>
    public static Report Of(IReadOnlyList<AssociationRule> rules) => new ReportParts()
        .Add("rules", "The rules", RuleBlocks.Of(rules))
        .ToReport("What goes with what", "Association rules", FormattableString.Invariant($"{rules.Count:N0} rules; the strongest: {rules[0]}."));

    /// <summary>The report of groups of customers.</summary>
    public static Report Of(IReadOnlyList<Cluster> clusters) => new ReportParts()
        .Add("groups", "The groups", ClusterBlocks.Of(clusters, source: null))
        .ToReport(
            "Groups of customers", "Groups of customers", FormattableString.Invariant($"{clusters.Sum(cluster => cluster.Size):N0} customers in {clusters.Count:N0} groups."));
}
