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
        sizes ??= [.. Enumerable.Repeat(1, points.Count)];
        var merges = linkage switch
        {
            Linkage.Ward => NearestNeighborChain.Run(new WardGroups(points, sizes, context.Workers), context),
            Linkage.Single => SpanningTree.Run(points, context),
            Linkage.Complete => OfMatrix<LargerDistance>(points, sizes, context),
            Linkage.Average => OfMatrix<MeanDistance>(points, sizes, context),
            Linkage.Weighted => OfMatrix<MiddleDistance>(points, sizes, context),
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
            ? new FitEstimate((long)(bytes + TileMatrix.BytesOf(pointCount)), pairs * ((3 * dimension) + (4 * SearchesOfGroup)))
            : new FitEstimate((long)bytes, pairs * 3 * dimension * (linkage == Linkage.Single ? 1 : SearchesOfGroup));
    }

    private static MergeList OfMatrix<TUpdate>(PointMatrix points, int[] sizes, FitContext context)
        where TUpdate : struct, IDistanceUpdate
    {
        using var groups = new MatrixGroups<TUpdate>(points, sizes, context.Workers);
        return NearestNeighborChain.Run(groups, context);
    }
}
