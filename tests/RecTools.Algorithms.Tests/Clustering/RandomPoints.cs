using RecTools.Algorithms;

namespace RecTools.Tests;

/// <summary>Made-up points, the same for the same seed.</summary>
internal static class RandomPoints
{
    /// <summary>Normal clouds around as many random places, at some distance from the origin.</summary>
    public static PointMatrix Clouds(int count, int dimension, int clouds, long seed, double distance = 3, double offset = 0)
    {
        var random = new SeededRandom(seed);
        var places = new double[clouds * dimension];
        foreach (ref var place in places.AsSpan())
        {
            place = offset + (distance * random.NextGaussian());
        }

        var values = new float[count * dimension];
        for (var point = 0; point < count; point++)
        {
            var cloud = random.Next(clouds);
            for (var i = 0; i < dimension; i++)
            {
                values[(point * dimension) + i] = (float)(places[(cloud * dimension) + i] + random.NextGaussian());
            }
        }

        return new PointMatrix(dimension, values);
    }

    /// <summary>Points of a small grid of whole numbers: many are equal, many equally far from two centers.</summary>
    public static PointMatrix Grid(int count, int dimension, int side, long seed)
    {
        var random = new SeededRandom(seed);
        var values = new float[count * dimension];
        foreach (ref var value in values.AsSpan())
        {
            value = random.Next(side);
        }

        return new PointMatrix(dimension, values);
    }

    /// <summary>Rows in another order.</summary>
    public static PointMatrix Rows(this PointMatrix points, IEnumerable<int> rows) =>
        new(points.Dimension, [.. rows.SelectMany(row => points[row].ToArray())]);
}
