using System.Numerics.Tensors;
using System.Runtime.Intrinsics;

namespace RecTools.Algorithms;

/// <summary>Sums over all pairs of points of distance and cophenetic distance, row by row of a matrix that is never made.</summary>
internal sealed class CopheneticSums
{
    private const int RowsInPiece = 64;
    private readonly double pairs;
    private readonly double distance;
    private readonly double height;
    private readonly double distanceSquares;
    private readonly double heightSquares;
    private readonly double products;

    /// <summary>Sums up.</summary>
    /// <param name="points">The points in the order of the drawn tree.</param>
    /// <param name="merges">The merge that brought each point and the next together; -1 where they are of one leaf.</param>
    /// <param name="heights">Heights of the merges.</param>
    /// <param name="workers">Threads.</param>
    public CopheneticSums(PointMatrix points, int[] merges, double[] heights, Workers workers)
    {
        var places = new GroupPoints(points);
        var shift = heights.Sum() / Math.Max(1, heights.Length);
        var rows = new Row[points.Count];
        workers.ForEachPiece(
            points.Count,
            RowsInPiece,
            () => (Distances: new double[places.Capacity], Heights: new double[places.Capacity], Center: new double[points.Dimension]),
            (from, to, scratch) =>
            {
                for (var row = from; row < to; row++)
                {
                    places.CopyTo(row, scratch.Center);
                    places.Squares(scratch.Center, 0, (row + BlockDistances.Lanes - 1) / BlockDistances.Lanes, scratch.Distances);
                    var distances = scratch.Distances.AsSpan(0, row);
                    var cophenetic = scratch.Heights.AsSpan(0, row);
                    TensorPrimitives.Sqrt(distances, distances);
                    FillHeights(merges, heights, cophenetic);
                    rows[row] = Row.Of(distances, cophenetic, shift);
                }
            });

        pairs = points.Count * (points.Count - 1.0) / 2;
        foreach (var row in rows)
        {
            distance += row.Distance;
            height += row.Height;
            distanceSquares += row.DistanceSquares;
            heightSquares += row.HeightSquares;
            products += row.Products;
        }
    }

    /// <summary>Pearson's correlation; NaN where one of both does not vary.</summary>
    public double Correlation()
    {
        var (distanceSpread, heightSpread) = (distanceSquares - (distance * distance / pairs), heightSquares - (height * height / pairs));
        return distanceSpread <= 0 || heightSpread <= 0
            ? double.NaN
            : (products - (distance * height / pairs)) / Math.Sqrt(distanceSpread * heightSpread);
    }

    // From the point before the row's back to the first: the last of all merges in between brought them together.
    private static void FillHeights(int[] merges, double[] heights, Span<double> cophenetic)
    {
        var last = -1;
        var height = 0.0;
        for (var i = cophenetic.Length - 1; i >= 0; i--)
        {
            if (merges[i] > last)
            {
                last = merges[i];
                height = heights[last];
            }

            cophenetic[i] = height;
        }
    }

    private readonly record struct Row(double Distance, double Height, double DistanceSquares, double HeightSquares, double Products)
    {
        // Four running sums each at any vector width; numbers moved to near 0 lose no digits in their squares.
        public static Row Of(ReadOnlySpan<double> distances, ReadOnlySpan<double> heights, double shift)
        {
            const int Lanes = 4;
            var (d, h, dd, hh, dh) = (Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero);
            var i = 0;
            for (; i <= distances.Length - Lanes; i += Lanes)
            {
                var distance = Vector256.Create(distances.Slice(i, Lanes)) - Vector256.Create(shift);
                var height = Vector256.Create(heights.Slice(i, Lanes)) - Vector256.Create(shift);
                d += distance;
                h += height;
                dd += distance * distance;
                hh += height * height;
                dh += distance * height;
            }

            var row = new Row(SumOf(d), SumOf(h), SumOf(dd), SumOf(hh), SumOf(dh));
            for (; i < distances.Length; i++)
            {
                var (distance, height) = (distances[i] - shift, heights[i] - shift);
                row = new Row(
                    row.Distance + distance, row.Height + height,
                    row.DistanceSquares + (distance * distance), row.HeightSquares + (height * height), row.Products + (distance * height));
            }

            return row;
        }

        private static double SumOf(Vector256<double> four) => (four[0] + four[2]) + (four[1] + four[3]);
    }
}
