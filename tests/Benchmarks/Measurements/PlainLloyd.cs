using RecTools.Algorithms;

namespace RecTools.Benchmarks;

/// <summary>Lloyd's iterations as a textbook has them: one thread, one distance after the other. What k-means is measured against in the same process.</summary>
internal static class PlainLloyd
{
    /// <summary>Sum of the squared distances to the centers that the last iteration began with.</summary>
    public static double Run(PointMatrix points, double[] starts, int iterations)
    {
        var dimension = points.Dimension;
        var centers = starts.ToArray();
        double inertia = 0;
        for (var iteration = 0; iteration < iterations; iteration++)
        {
            var (sums, counts) = (new double[centers.Length], new int[centers.Length / dimension]);
            inertia = 0;
            for (var point = 0; point < points.Count; point++)
            {
                var row = points[point];
                var (nearest, smallest) = (0, double.MaxValue);
                for (var center = 0; center < counts.Length; center++)
                {
                    double distance = 0;
                    for (var i = 0; i < row.Length; i++)
                    {
                        var difference = row[i] - centers[(center * dimension) + i];
                        distance += difference * difference;
                    }

                    (nearest, smallest) = distance < smallest ? (center, distance) : (nearest, smallest);
                }

                counts[nearest]++;
                inertia += smallest;
                for (var i = 0; i < row.Length; i++)
                {
                    sums[(nearest * dimension) + i] += row[i];
                }
            }

            for (var i = 0; i < centers.Length; i++)
            {
                centers[i] = counts[i / dimension] == 0 ? centers[i] : sums[i] / counts[i / dimension];
            }
        }

        return inertia;
    }
}
