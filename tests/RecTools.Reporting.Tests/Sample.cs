namespace RecTools.Tests;

/// <summary>Made-up clusters to draw.</summary>
internal static class Sample
{
    private static readonly string[] Labels =
    [
        "recent, frequent, high spend", "lapsed, rare, low spend", "new, one order", "frequent, small baskets of many different things from every category", "",
        "steady",
    ];

    private static readonly string[] Features =
    [
        "Recency (days since the last order)", "Frequency (orders)", "Monetary value (sum of all orders in the shop's currency, before returns and discounts)", "Tenure", "Share of toys",
    ];

    public static PlotCluster[] Clusters(int count, long points = 1000) =>
        [.. Enumerable.Range(0, count).Select(i => new PlotCluster(i + 1, Labels[i % Labels.Length], points / count))];

    public static ScatterData Scatter(int points, int clusters, int maxPoints = 5000)
    {
        var random = new SeededRandom(points + clusters);
        var data = new ScatterData
        {
            Title = "Groups of customers", X = new double[points], Y = new double[points], ClusterOf = new int[points], Clusters = Clusters(clusters, points),
            ShareX = 0.612, ShareY = 0.221, MaxPoints = maxPoints, Seed = 42, Source = "dbo.Orders, run 17",
        };
        for (var i = 0; i < points; i++)
        {
            data.ClusterOf[i] = random.Next(clusters);
            data.X[i] = (data.ClusterOf[i] * 3 % 7) + random.NextGaussian();
            data.Y[i] = (data.ClusterOf[i] * 5 % 11) + random.NextGaussian();
        }

        return data;
    }

    /// <summary>A tree in which the cheapest two neighbours of a line of groups merge, at the root of their common size.</summary>
    public static DendrogramData Tree(int leaves, int clusters, bool labels = false)
    {
        var random = new SeededRandom(leaves);
        int[] order = [.. Enumerable.Range(0, leaves)];
        random.Shuffle(order.AsSpan());
        var line = order.Select(leaf => (Group: leaf, Cost: random.NextDouble())).ToList();
        var (left, right, height) = (new List<int>(), new List<int>(), new List<double>());
        while (line.Count > 1)
        {
            var at = Enumerable.Range(0, line.Count - 1).MinBy(place => line[place].Cost + line[place + 1].Cost);
            var cost = line[at].Cost + line[at + 1].Cost;
            left.Add(Math.Min(line[at].Group, line[at + 1].Group));
            right.Add(Math.Max(line[at].Group, line[at + 1].Group));
            height.Add(cost);
            line[at] = (leaves + height.Count - 1, cost);
            line.RemoveAt(at + 1);
        }

        return new DendrogramData
        {
            Title = "How the groups merge", Left = [.. left], Right = [.. right], Height = [.. height], LeafOrder = order,
            ClusterOfLeaf = Cut(leaves, clusters, left, right), Clusters = Clusters(clusters, leaves),
            LeafLabels = labels ? [.. Enumerable.Range(0, leaves).Select(leaf => $"Customer {leaf} of a long name")] : null,
        };
    }

    public static ClusterCountCurveData Curve(int tried, int chosen = 5)
    {
        int[] counts = [.. Enumerable.Range(1, tried)];
        return new ClusterCountCurveData
        {
            Title = "How many clusters?", ClusterCount = counts, Chosen = chosen, Inertia = [.. counts.Select(count => 120000.0 / count)],
            Silhouette = [.. counts.Select(count => count == 1 ? double.NaN : 0.55 - (Math.Abs(count - chosen) * 0.03))],
        };
    }

    public static ProfileHeatMapData Profile(int clusters, int features)
    {
        var random = new SeededRandom(features);
        var deviations = new double[clusters, features];
        for (var cluster = 0; cluster < clusters; cluster++)
        {
            for (var feature = 0; feature < features; feature++)
            {
                deviations[cluster, feature] = random.NextGaussian() * 1.2;
            }
        }

        return new ProfileHeatMapData
        {
            Title = "What the clusters are like", Clusters = Clusters(clusters), Deviations = deviations,
            Features = [.. Enumerable.Range(0, features).Select(i => i < Features.Length ? Features[i] : $"{Features[i % Features.Length]} {i}")],
        };
    }

    /// <summary>The clusters that are there before the last merges.</summary>
    private static int[] Cut(int leaves, int clusters, List<int> left, List<int> right)
    {
        var parent = Enumerable.Range(0, (2 * leaves) - 1).ToArray();
        for (var i = 0; i < leaves - clusters; i++)
        {
            parent[left[i]] = parent[right[i]] = leaves + i;
        }

        int Top(int group) => parent[group] == group ? group : Top(parent[group]);
        var tops = Enumerable.Range(0, leaves).Select(Top).ToArray();
        var distinct = tops.Distinct().ToList();
        return [.. tops.Select(top => distinct.IndexOf(top))];
    }
}
