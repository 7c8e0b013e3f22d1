using System.Runtime.Intrinsics;

namespace RecTools.Algorithms;

/// <summary>Finds the nearest center in double precision by the definition: the sum over the features, in their order, of the squared difference.</summary>
/// <param name="centers">The centers.</param>
internal sealed class ExactSearch(CenterTable centers)
{
    private const int Group = CenterTable.ExactGroup;
    private readonly double[] distances = new double[(centers.Count + Group - 1) / Group * Group];

    /// <summary>The nearest center of a point, of several the first.</summary>
    public int Nearest(ReadOnlySpan<float> point)
    {
        var exact = centers.Exact;
        for (var center = 0; center < centers.Count; center += Group)
        {
            // Not fused: each lane must round as the plain formula does.
            var sum = Vector512<double>.Zero;
            var group = exact.Slice(center * point.Length, Group * point.Length);
            for (var i = 0; i < point.Length; i++)
            {
                var difference = Vector512.Create((double)point[i]) - Vector512.Create((ReadOnlySpan<double>)group.Slice(i * Group, Group));
                sum += difference * difference;
            }

            sum.CopyTo(distances, center);
        }

        var nearest = 0;
        for (var center = 1; center < centers.Count; center++)
        {
            if (distances[center] < distances[nearest])
            {
                nearest = center;
            }
        }

        return nearest;
    }
}
