namespace RecTools.Algorithms;

/// <summary>
/// Where points lie in single precision: their mean is moved to the origin and all are scaled by one power of two, so that no coordinate exceeds 1.
/// Products of coordinates then lose as few digits as they can, and never overflow.
/// </summary>
internal sealed unsafe class CenteredSpace
{
    private const int PointsInPiece = 1 << 14;
    private readonly double[] shift;

    private CenteredSpace(double[] shift, double scale, double spread)
    {
        this.shift = shift;
        Scale = scale;
        Spread = spread;
    }

    /// <summary>What lengths are multiplied by: a power of two.</summary>
    public double Scale { get; }

    /// <summary>Sum of the squared distances of all points from the origin of the space, in the unit of the points.</summary>
    public double Spread { get; }

    /// <summary>The space of some points.</summary>
    public static CenteredSpace Of(PointMatrix points, Workers workers)
    {
        var shift = Array.ConvertAll(Centroids.Of(points, new int[points.Count], 1, workers).Values, value => (double)value);
        var pieces = new (double Most, double Squares)[(points.Count + PointsInPiece - 1) / PointsInPiece];
        workers.ForEachPiece(points.Count, PointsInPiece, (from, to) =>
        {
            var (most, squares) = (0d, 0d);
            for (var point = from; point < to; point++)
            {
                var row = points[point];
                for (var i = 0; i < row.Length; i++)
                {
                    var difference = row[i] - shift[i];
                    most = Math.Max(most, Math.Abs(difference));
                    squares += difference * difference;
                }
            }

            pieces[from / PointsInPiece] = (most, squares);
        });
        var reach = pieces.Max(piece => piece.Most);
        return new CenteredSpace(shift, reach > 0 ? Math.ScaleB(1, -1 - Math.ILogB(reach)) : 1, pieces.Sum(piece => piece.Squares));
    }

    /// <summary>One coordinate, rounded once.</summary>
    public float Coordinate(double value, int feature) => (float)((value - shift[feature]) * Scale);

    /// <summary>Sum of the squared distances of the points to the means of their clusters: what the means explain of the spread is taken off.</summary>
    /// <param name="means">The means, row after row.</param>
    /// <param name="sizes">Points in each cluster.</param>
    public double Inertia(ReadOnlySpan<double> means, ReadOnlySpan<int> sizes)
    {
        double explained = 0;
        for (var i = 0; i < means.Length; i++)
        {
            var difference = means[i] - shift[i % shift.Length];
            explained += sizes[i / shift.Length] * difference * difference;
        }

        return Math.Max(0, Spread - explained);
    }

    /// <summary>Puts points that follow each other into the lanes of a block, whose rows are features.</summary>
    public void Place(ReadOnlySpan<float> points, float* block, int lanes)
    {
        fixed (float* source = points)
        {
            for (var i = 0; i < shift.Length; i++)
            {
                var (origin, scale) = (shift[i], Scale);
                var place = source + i;
                var row = block + (i * PointBlocks.Lanes);
                for (var lane = 0; lane < lanes; lane++, place += shift.Length)
                {
                    row[lane] = (float)((*place - origin) * scale);
                }
            }
        }
    }
}
