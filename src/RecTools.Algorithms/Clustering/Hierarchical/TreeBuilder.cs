namespace RecTools.Algorithms;

/// <summary>Makes the merge tree of points by the algorithm that suits a linkage; each takes time of the square of the points.</summary>
internal static class TreeBuilder
{
    /// <summary>Makes the tree.</summary>
    /// <param name="points">Two points or more.</param>
    /// <param name="sizes">What each counts for; null for 1.</param>
    /// <param name="linkage">What counts as the distance of two groups.</param>
    /// <param name="context">Threads, observer.</param>
    public static MergeTree Build(PointMatrix points, int[]? sizes, Linkage linkage, FitContext context)
    {
        var workers = context.Workers;
        sizes ??= [.. Enumerable.Repeat(1, points.Count)];
        var merges = linkage switch
        {
            Linkage.Ward => NearestNeighborChain.Run(new WardGroups(points, sizes, workers), context),
            Linkage.Single => SpanningTree.Run(points, context),
            Linkage.Complete => NearestNeighborChain.Run(new MatrixGroups<LargerDistance>(points, sizes, workers), context),
            Linkage.Average => NearestNeighborChain.Run(new MatrixGroups<MeanDistance>(points, sizes, workers), context),
            Linkage.Weighted => NearestNeighborChain.Run(new MatrixGroups<MiddleDistance>(points, sizes, workers), context),
            Linkage.Centroid or Linkage.Median => GenericLinkage.Run(points, sizes, linkage == Linkage.Centroid, context),
            _ => throw new ArgumentOutOfRangeException(nameof(linkage), linkage, null),
        };
        return merges.ToTree(sizes, byHeight: linkage is not (Linkage.Centroid or Linkage.Median));
    }

    /// <summary>Whether a linkage needs the distances of all pairs.</summary>
    public static bool NeedsMatrix(Linkage linkage) => linkage is Linkage.Complete or Linkage.Average or Linkage.Weighted;

    /// <summary>What a tree will take.</summary>
    public static FitEstimate Estimate(double pointCount, double dimension, Linkage linkage)
    {
        const int BytesOfGroup = 96;
        const int SearchesOfGroup = 3;
        var bytes = pointCount * ((dimension * sizeof(double)) + BytesOfGroup);
        var pairs = pointCount * (pointCount - 1) / 2;
        return NeedsMatrix(linkage)
            ? new FitEstimate((long)(bytes + TriangularMatrix.BytesOf(pointCount)), pairs * ((3 * dimension) + (4 * SearchesOfGroup)))
            : new FitEstimate((long)bytes, pairs * 3 * dimension * (linkage == Linkage.Single ? 1 : SearchesOfGroup));
    }
}
