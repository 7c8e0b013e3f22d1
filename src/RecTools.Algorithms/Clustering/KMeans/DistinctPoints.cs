namespace RecTools.Algorithms;

/// <summary>Counts points that differ.</summary>
internal static class DistinctPoints
{
    /// <summary>How many different points there are, counted up to <paramref name="enough"/>.</summary>
    public static int Count(PointMatrix points, int enough)
    {
        var seen = new HashSet<int>(new SamePlace(points));
        for (var point = 0; point < points.Count && seen.Count < enough; point++)
        {
            seen.Add(point);
        }

        return seen.Count;
    }

    private sealed class SamePlace(PointMatrix points) : IEqualityComparer<int>
    {
        public bool Equals(int left, int right) => points[left].SequenceEqual(points[right]);

        public int GetHashCode(int point)
        {
            var hash = default(HashCode);
            foreach (var value in points[point])
            {
                hash.Add(value);
            }

            return hash.ToHashCode();
        }
    }
}
