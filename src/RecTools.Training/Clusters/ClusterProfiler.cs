using RecTools.Algorithms;

namespace RecTools.Training;

/// <summary>Describes groups of customers in numbers, in words and by what they buy.</summary>
internal static class ClusterProfiler
{
    private const int TopItemCount = 5;

    /// <summary>Describes each group.</summary>
    /// <param name="groups">The customers in their groups.</param>
    /// <param name="silhouettes">Mean silhouette of each group.</param>
    /// <param name="labels">Words for each group; null to find them.</param>
    public static IReadOnlyList<Cluster> Describe(CustomerGroups groups, double[] silhouettes, IReadOnlyList<string>? labels)
    {
        var clustering = groups.Clustering;
        var members = Members(clustering);
        var features = Transpose([.. groups.Space.Features.Select((feature, i) => Describe(feature, i, groups, members))]);
        labels ??= ClusterLabels.Of(groups.Space.Features, features);
        var items = TopItems(groups.Table.Purchases, members);
        return
        [
            .. members.Select((own, cluster) => new Cluster
            {
                ClusterId = cluster + 1,
                Size = own.Length,
                Share = (double)own.Length / clustering.ClusterOf.Length,
                Label = labels[cluster],
                Silhouette = silhouettes[cluster],
                MeanDistance = own.Length == 0 ? double.NaN : own.Average(groups.DistanceOf),
                Features = features[cluster],
                TopItems = items[cluster],
            }),
        ];
    }

    private static int[][] Members(Clustering clustering)
    {
        var order = CountingSort.Order(clustering.ClusterOf, clustering.ClusterCount, null, out var start);
        return [.. Enumerable.Range(0, clustering.ClusterCount).Select(cluster => order[start[cluster]..start[cluster + 1]])];
    }

    // One feature in each cluster.
    private static ClusterFeature[] Describe(Feature feature, int dimension, CustomerGroups groups, int[][] members)
    {
        var raw = groups.Raw[dimension];
        var bent = Array.ConvertAll(raw, feature.Scale.Bend);
        var (mean, deviation, overall) = (FeatureScale.Mean(bent), FeatureScale.Deviation(bent), FeatureScale.Mean(raw));
        return
        [
            .. members.Select((own, cluster) =>
            {
                double[] sorted = [.. own.Select(customer => raw[customer]).Order()];
                var ownMean = FeatureScale.Mean(Array.ConvertAll(own, customer => bent[customer]));
                return new ClusterFeature
                {
                    ClusterId = cluster + 1,
                    Feature = feature.Name,
                    Mean = FeatureScale.Mean(sorted),
                    LowerQuartile = FeatureScale.Quantile(sorted, 0.25),
                    Median = FeatureScale.Quantile(sorted, 0.5),
                    UpperQuartile = FeatureScale.Quantile(sorted, 0.75),
                    OverallMean = overall,
                    Deviation = deviation > 0 ? (ownMean - mean) / deviation : 0,
                    Logarithm = feature.Scale.Logarithm,
                    Offset = feature.Scale.Offset,
                    Scale = feature.Scale.Scale,
                    Center = groups.Clustering.Centers[cluster][dimension],
                };
            }),
        ];
    }

    private static ClusterFeature[][] Transpose(ClusterFeature[][] byFeature) =>
        [.. Enumerable.Range(0, byFeature[0].Length).Select(cluster => Array.ConvertAll(byFeature, feature => feature[cluster]))];

    // What stands out: the items that most more of a group's customers bought than of all customers.
    private static string[][] TopItems(Purchases? purchases, int[][] members)
    {
        if (purchases is null)
        {
            return [.. members.Select(_ => Array.Empty<string>())];
        }

        var matrix = purchases.Matrix;
        var buyers = new int[matrix.ColumnCount];
        foreach (var item in matrix.Column)
        {
            buyers[item]++;
        }

        return [.. members.Select(own =>
        {
            var count = new int[matrix.ColumnCount];
            foreach (var customer in own)
            {
                foreach (var item in matrix.ColumnsOf(customer))
                {
                    count[item]++;
                }
            }

            double Excess(int item) => ((double)count[item] / Math.Max(1, own.Length)) - ((double)buyers[item] / matrix.RowCount);
            return Enumerable.Range(0, count.Length).Where(item => Excess(item) > 0).OrderByDescending(Excess).ThenBy(item => item)
                .Take(TopItemCount).Select(purchases.TextOf).ToArray();
        })];
    }
}
