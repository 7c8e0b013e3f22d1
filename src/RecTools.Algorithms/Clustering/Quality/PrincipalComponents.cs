using MathNet.Numerics.LinearAlgebra;

namespace RecTools.Algorithms;

/// <summary>The directions in which points spread most (Pearson 1901), for drawing many features in two.</summary>
public sealed class PrincipalComponents
{
    private const int PointsInPiece = 1 << 12;
    private readonly double[] mean;
    private readonly double[][] directions;

    private PrincipalComponents(double[] mean, double[][] directions, double[] shares)
    {
        this.mean = mean;
        this.directions = directions;
        Shares = shares;
    }

    /// <summary>Share of the whole variance that each direction explains, in descending order; zeros where all points are equal.</summary>
    public IReadOnlyList<double> Shares { get; }

    /// <summary>What each direction is made of: for each one number a feature, of length 1. The largest of them, of several the first, is positive.</summary>
    public IReadOnlyList<IReadOnlyList<double>> Directions => directions;

    /// <summary>Finds the directions.</summary>
    /// <param name="points">At least one point.</param>
    /// <param name="workers">Threads and cancellation.</param>
    /// <param name="count">Directions wanted; no more than features are given.</param>
    public static PrincipalComponents Of(PointMatrix points, Workers workers, int count = 2)
    {
        var mean = Array.ConvertAll(Centroids.Of(points, new int[points.Count], 1, workers).Values, value => (double)value);
        var covariance = Matrix<double>.Build.Dense(mean.Length, mean.Length, Covariance(points, mean, workers));
        var eigen = covariance.Evd(Symmetricity.Symmetric);

        // Ascending as they come.
        var wanted = Enumerable.Range(0, Math.Min(count, mean.Length)).Select(i => mean.Length - 1 - i).ToArray();
        var total = covariance.Trace();
        return new PrincipalComponents(
            mean,
            Array.ConvertAll(wanted, column => WithSign(eigen.EigenVectors.Column(column).ToArray())),
            Array.ConvertAll(wanted, column => total > 0 ? Math.Max(0, eigen.EigenValues[column].Real) / total : 0));
    }

    /// <summary>Where points lie along the directions, 0 at the mean of the points that these were found from.</summary>
    public PointMatrix Project(PointMatrix points)
    {
        var values = new float[points.Count * directions.Length];
        for (var point = 0; point < points.Count; point++)
        {
            var place = points[point];
            for (var direction = 0; direction < directions.Length; direction++)
            {
                double sum = 0;
                for (var i = 0; i < place.Length; i++)
                {
                    sum += (place[i] - mean[i]) * directions[direction][i];
                }

                values[(point * directions.Length) + direction] = (float)sum;
            }
        }

        return new PointMatrix(directions.Length, values);
    }

    private static double[] WithSign(double[] direction)
    {
        // Numbers that differ by rounding alone count as equal, so that the sign does not hang on it.
        var largest = direction.Max(Math.Abs) * (1 - 1e-9);
        var first = direction.First(value => Math.Abs(value) >= largest);
        return first < 0 ? Array.ConvertAll(direction, value => -value) : direction;
    }

    private static double[] Covariance(PointMatrix points, double[] mean, Workers workers)
    {
        var dimension = points.Dimension;
        var pieces = new double[(points.Count + PointsInPiece - 1) / PointsInPiece][];
        workers.ForEachPiece(points.Count, PointsInPiece, () => new double[dimension], (from, to, difference) =>
        {
            var sum = new double[dimension * dimension];
            for (var point = from; point < to; point++)
            {
                for (var i = 0; i < dimension; i++)
                {
                    difference[i] = points[point][i] - mean[i];
                }

                for (var i = 0; i < dimension; i++)
                {
                    for (var j = 0; j <= i; j++)
                    {
                        sum[(i * dimension) + j] += difference[i] * difference[j];
                    }
                }
            }

            pieces[from / PointsInPiece] = sum;
        });
        var covariance = new double[dimension * dimension];
        for (var i = 0; i < dimension; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                covariance[(i * dimension) + j] = covariance[(j * dimension) + i] = pieces.Sum(piece => piece[(i * dimension) + j]) / points.Count;
            }
        }

        return covariance;
    }
}
