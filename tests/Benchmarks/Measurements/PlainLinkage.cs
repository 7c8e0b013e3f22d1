using RecTools.Algorithms;

namespace RecTools.Benchmarks;

/// <summary>Ward's linkage as textbooks have it: a chain of nearest neighbours over a whole matrix of squared distances, one thread.</summary>
internal static class PlainLinkage
{
    /// <summary>The heights of the merges in ascending order.</summary>
    public static double[] Ward(PointMatrix points)
    {
        var count = points.Count;
        var distances = Distances(points);
        var size = Enumerable.Repeat(1.0, count).ToArray();
        var heights = new List<double>(count - 1);
        var chain = new Stack<int>();
        while (heights.Count < count - 1)
        {
            if (chain.Count == 0)
            {
                chain.Push(Array.FindIndex(size, s => s > 0));
            }

            var tip = chain.Pop();
            var previous = chain.Count > 0 ? chain.Peek() : -1;
            var nearest = previous;
            for (var other = 0; other < count; other++)
            {
                if (other != tip && size[other] > 0 && (nearest < 0 || distances[tip][other] < distances[tip][nearest]))
                {
                    nearest = other;
                }
            }

            if (nearest != previous || previous < 0)
            {
                chain.Push(tip);
                chain.Push(nearest);
                continue;
            }

            chain.Pop();
            heights.Add(Math.Sqrt(distances[tip][nearest]));
            Merge(distances, size, tip, nearest);
        }

        return [.. heights.Order()];
    }

    // Lance and Williams 1967.
    private static void Merge(double[][] distances, double[] size, int gone, int kept)
    {
        for (var other = 0; other < size.Length; other++)
        {
            if (size[other] > 0 && other != gone && other != kept)
            {
                var sum = ((size[gone] + size[other]) * distances[gone][other]) + ((size[kept] + size[other]) * distances[kept][other])
                    - (size[other] * distances[gone][kept]);
                distances[kept][other] = distances[other][kept] = sum / (size[gone] + size[kept] + size[other]);
            }
        }

        size[kept] += size[gone];
        size[gone] = 0;
    }

    private static double[][] Distances(PointMatrix points)
    {
        var rows = new double[points.Count][];
        for (var row = 0; row < rows.Length; row++)
        {
            rows[row] = new double[rows.Length];
            for (var other = 0; other < row; other++)
            {
                double sum = 0;
                for (var i = 0; i < points.Dimension; i++)
                {
                    var difference = (double)points[row][i] - points[other][i];
                    sum += difference * difference;
                }

                rows[row][other] = rows[other][row] = sum;
            }
        }

        return rows;
    }
}
