using MathNet.Numerics.Distributions;

namespace RecTools.Algorithms;

/// <summary>
/// Density over places of a search space that some points speak for: a kernel about each, and one as wide as the space for what no point knows.
/// All dimensions of a kernel belong to one point, so that settings which are good together stay together.
/// </summary>
internal sealed class ParzenMixture
{
    private const double NarrowestKernel = 0.03;
    private readonly IReadOnlyList<SearchDimension> dimensions;
    private readonly IReadOnlyList<double[]> points;
    private readonly double[] widths;

    /// <summary>Makes the density.</summary>
    /// <param name="dimensions">Of the space.</param>
    /// <param name="points">The points, perhaps none.</param>
    public ParzenMixture(IReadOnlyList<SearchDimension> dimensions, IReadOnlyList<double[]> points)
    {
        this.dimensions = dimensions;
        this.points = points;
        widths = [.. Enumerable.Range(0, dimensions.Count).Select(WidthOf)];
    }

    /// <summary>Draws a place.</summary>
    public double[] Draw(ref SeededRandom random)
    {
        var kernel = random.Next(points.Count + 1);
        var place = new double[dimensions.Count];
        for (var i = 0; i < place.Length; i++)
        {
            place[i] = kernel == points.Count ? random.NextDouble()
                : dimensions[i].ChoiceCount > 0 ? random.NextDouble() < widths[i] ? random.NextDouble() : points[kernel][i]
                : DrawNear(points[kernel][i], widths[i], ref random);
        }

        return place;
    }

    /// <summary>Logarithm of the density at a place.</summary>
    public double LogDensity(ReadOnlySpan<double> place)
    {
        double sum = 1;
        foreach (var point in points)
        {
            double product = 1;
            for (var i = 0; i < place.Length; i++)
            {
                product *= Kernel(i, place[i], point[i]);
            }

            sum += product;
        }

        return Math.Log(sum / (points.Count + 1));
    }

    private double Kernel(int dimension, double place, double centre)
    {
        var width = widths[dimension];
        if (dimensions[dimension].ChoiceCount is > 0 and var choices)
        {
            var same = ChoiceDimension.ChoiceAt(place, choices) == ChoiceDimension.ChoiceAt(centre, choices);
            return width + (same ? (1 - width) * choices : 0);
        }

        // What a kernel loses beyond the ends comes back within.
        var inside = Normal.CDF(centre, width, 1) - Normal.CDF(centre, width, 0);
        return Normal.PDF(centre, width, place) / inside;
    }

    /// <summary>Deviation of the kernels along one dimension by Scott's rule (1992); for choices the share of draws that let go of the point's own.</summary>
    private double WidthOf(int dimension)
    {
        if (dimensions[dimension].ChoiceCount > 0)
        {
            return 1.0 / (1 + Math.Sqrt(points.Count + 1));
        }

        // The whole range counts as a point too, so that a few points on one spot do not end the search there.
        double mean = 0.5, squares = 1.0 / 12;
        foreach (var point in points)
        {
            mean += point[dimension];
        }

        mean /= points.Count + 1;
        squares += (0.5 - mean) * (0.5 - mean);
        foreach (var point in points)
        {
            squares += (point[dimension] - mean) * (point[dimension] - mean);
        }

        return Math.Max(NarrowestKernel, Math.Sqrt(squares / (points.Count + 1)) * Math.Pow(points.Count + 1, -1.0 / (dimensions.Count + 4)));
    }

    private static double DrawNear(double centre, double width, ref SeededRandom random)
    {
        while (true)
        {
            var drawn = centre + (width * random.NextGaussian());
            if (drawn is >= 0 and <= 1)
            {
                return drawn;
            }
        }
    }
}
