namespace RecTools.Algorithms;

/// <summary>Means of clusters, summed in double precision over fixed pieces of points, so that threads do not matter.</summary>
internal static class Centroids
{
    private const int PointsInPiece = 1 << 14;

    /// <summary>The mean of each cluster's points.</summary>
    /// <param name="points">The points.</param>
    /// <param name="clusterOf">The cluster of each.</param>
    /// <param name="clusterCount">Number of clusters, none empty.</param>
    /// <param name="workers">Threads and cancellation.</param>
    public static PointMatrix Of(PointMatrix points, int[] clusterOf, int clusterCount, Workers workers)
    {
        var dimension = points.Dimension;
        var pieces = new (double[] Sum, int[] Count)[Pieces(points)];
        workers.ForEachPiece(points.Count, PointsInPiece, (from, to) =>
        {
            var (sum, count) = (new double[clusterCount * dimension], new int[clusterCount]);
            for (var point = from; point < to; point++)
            {
                var target = sum.AsSpan(clusterOf[point] * dimension, dimension);
                var source = points[point];
                for (var i = 0; i < source.Length; i++)
                {
                    target[i] += source[i];
                }

                count[clusterOf[point]]++;
            }

            pieces[from / PointsInPiece] = (sum, count);
        });

        var centers = new float[clusterCount * dimension];
        for (var i = 0; i < centers.Length; i++)
        {
            centers[i] = (float)(pieces.Sum(piece => piece.Sum[i]) / pieces.Sum(piece => piece.Count[i / dimension]));
        }

        return new PointMatrix(dimension, centers);
    }

    /// <summary>Sum of the squared distances of the points to their cluster's mean.</summary>
    public static double Inertia(PointMatrix points, int[] clusterOf, PointMatrix centers, Workers workers)
    {
        var pieces = new double[Pieces(points)];
        workers.ForEachPiece(points.Count, PointsInPiece, (from, to) =>
        {
            double sum = 0;
            for (var point = from; point < to; point++)
            {
                var place = points[point];
                var center = centers[clusterOf[point]];
                for (var i = 0; i < place.Length; i++)
                {
                    var difference = (double)place[i] - center[i];
                    sum += difference * difference;
                }
            }

            pieces[from / PointsInPiece] = sum;
        });
        return pieces.Sum();
    }

    private static int Pieces(PointMatrix points) => (points.Count + PointsInPiece - 1) / PointsInPiece;
}
