namespace RecTools.Algorithms;

/// <summary>Distances of all pairs of points, each pair once: row <c>i</c> has the distances to the points before <c>i</c>. 4 n (n - 1) bytes.</summary>
internal static class TriangularMatrix
{
    private const int Lanes = BlockDistances.Lanes;
    private const int RowsInPiece = 64;

    /// <summary>Bytes that it takes.</summary>
    public static double BytesOf(double pointCount) => pointCount * (pointCount - 1) / 2 * sizeof(double);

    /// <summary>Computes Euclidean distances.</summary>
    public static double[][] Of(PointMatrix points, Workers workers)
    {
        var places = new GroupPoints(points);
        var rows = new double[points.Count][];
        workers.ForEachPiece(
            points.Count,
            RowsInPiece,
            () => (Squares: new double[places.Capacity], Center: new double[points.Dimension]),
            (from, to, scratch) =>
            {
                for (var row = from; row < to; row++)
                {
                    places.CopyTo(row, scratch.Center);
                    places.Squares(scratch.Center, 0, (row + Lanes - 1) / Lanes, scratch.Squares);
                    rows[row] = GC.AllocateUninitializedArray<double>(row);
                    System.Numerics.Tensors.TensorPrimitives.Sqrt(scratch.Squares.AsSpan(0, row), rows[row]);
                }
            });
        return rows;
    }
}
