using RecTools.Algorithms;

namespace RecTools.Tests;

/// <summary>Random features; the same for the same numbers.</summary>
internal static class RandomFeatures
{
    public static EntityFeatures Make(int rows, int features, double density, long seed)
    {
        var random = new SeededRandom(seed);
        var (row, column, value) = (new List<int>(), new List<int>(), new List<float>());
        for (var i = 0; i < rows; i++)
        {
            for (var j = 0; j < features; j++)
            {
                if (random.NextDouble() < density)
                {
                    row.Add(i);
                    column.Add(j);
                    value.Add((float)random.NextGaussian());
                }
            }
        }

        return new EntityFeatures(
            SparseMatrix.FromEntries(rows, features, [.. row], [.. column], [.. value]), [.. Enumerable.Range(0, features).Select(j => new FeatureName("F", $"{j}"))]);
    }
}
