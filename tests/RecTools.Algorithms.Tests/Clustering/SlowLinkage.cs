using RecTools.Algorithms;

namespace RecTools.Tests;

/// <summary>Hierarchical clustering the obvious way: at each step all pairs of groups are compared, and distances of groups are computed from their members.</summary>
internal sealed class SlowLinkage(PointMatrix points, Linkage linkage)
{
    private readonly Dictionary<(int, int), double> known = [];

    /// <summary>A group of the slow algorithm.</summary>
    /// <param name="Number">Its number; that of a later group is larger.</param>
    /// <param name="Members">Its points.</param>
    /// <param name="Middle">Half-way between the parts' middles.</param>
    /// <param name="Parts">What was merged; empty for a point.</param>
    public sealed record Group(int Number, int[] Members, double[] Middle, Group[] Parts);

    /// <summary>Every point on its own.</summary>
    public List<Group> Singles() =>
        [.. Enumerable.Range(0, points.Count).Select(point => new Group(point, [point], [.. points[point].ToArray().Select(value => (double)value)], []))];

    /// <summary>Two groups as one.</summary>
    public static Group Merge(Group left, Group right, int number) =>
        new(number, [.. left.Members, .. right.Members], [.. left.Middle.Zip(right.Middle, (a, b) => (a + b) / 2)], [left, right]);

    /// <summary>The heights, step by step.</summary>
    public double[] Heights()
    {
        var groups = Singles();
        var heights = new List<double>();
        while (groups.Count > 1)
        {
            var (left, right) = Pairs(groups).MinBy(pair => Distance(pair.Left, pair.Right));
            heights.Add(Distance(left, right));
            groups.Remove(left);
            groups.Remove(right);
            groups.Add(Merge(left, right, points.Count + heights.Count - 1));
        }

        return [.. heights];
    }

    /// <summary>All pairs of groups.</summary>
    public static IEnumerable<(Group Left, Group Right)> Pairs(IReadOnlyList<Group> groups)
    {
        for (var i = 0; i < groups.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                yield return (groups[j], groups[i]);
            }
        }
    }

    /// <summary>How far two groups are apart.</summary>
    public double Distance(Group left, Group right)
    {
        var key = (Math.Min(left.Number, right.Number), Math.Max(left.Number, right.Number));
        return known.TryGetValue(key, out var distance) ? distance : known[key] = Compute(left, right);
    }

    private double Compute(Group left, Group right)
    {
        double Between(int one, int other) => Euclid([.. points[one].ToArray().Select(value => (double)value)], [.. points[other].ToArray().Select(value => (double)value)]);
        var pairs = left.Members.SelectMany(one => right.Members.Select(other => (one, other)));
        var (later, earlier) = left.Number > right.Number ? (left, right) : (right, left);
        return linkage switch
        {
            Linkage.Ward => Math.Sqrt(2.0 * left.Members.Length * right.Members.Length / (left.Members.Length + right.Members.Length)) * Euclid(Mean(left), Mean(right)),
            Linkage.Single => pairs.Min(pair => Between(pair.one, pair.other)),
            Linkage.Complete => pairs.Max(pair => Between(pair.one, pair.other)),
            Linkage.Average => pairs.Average(pair => Between(pair.one, pair.other)),
            Linkage.Weighted => later.Parts is [var first, var second]
                ? (Distance(first, earlier) + Distance(second, earlier)) / 2
                : Between(later.Number, earlier.Number),
            Linkage.Centroid => Euclid(Mean(left), Mean(right)),
            Linkage.Median => Euclid(left.Middle, right.Middle),
            _ => throw new ArgumentOutOfRangeException(nameof(left)),
        };
    }

    private double[] Mean(Group group) =>
        [.. Enumerable.Range(0, points.Dimension).Select(i => group.Members.Average(member => (double)points[member][i]))];

    private static double Euclid(double[] left, double[] right) => Math.Sqrt(left.Zip(right, (a, b) => (a - b) * (a - b)).Sum());
}
