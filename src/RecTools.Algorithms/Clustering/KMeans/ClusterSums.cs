using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace RecTools.Algorithms;

/// <summary>Sums and numbers of the points of each cluster, in double precision, one set for each fixed piece of the points.</summary>
internal sealed class ClusterSums
{
    private const int LeastPoints = 1 << 12;
    private const int MostPieces = 1 << 8;
    private readonly PointMatrix points;
    private readonly double[][] sums;
    private readonly int[][] counts;

    /// <summary>Makes room.</summary>
    public ClusterSums(PointMatrix points, int clusterCount)
    {
        this.points = points;
        ClusterCount = clusterCount;

        // Adding up the pieces must stay less work than the points themselves.
        var least = Math.Max(Math.Max(LeastPoints, clusterCount), (points.Count + MostPieces - 1) / MostPieces);
        PieceSize = (least + PointBlocks.Lanes - 1) / PointBlocks.Lanes * PointBlocks.Lanes;
        var pieces = (points.Count + PieceSize - 1) / PieceSize;
        sums = new double[pieces][];
        counts = new int[pieces][];
        for (var piece = 0; piece < pieces; piece++)
        {
            sums[piece] = new double[clusterCount * points.Dimension];
            counts[piece] = new int[clusterCount];
        }

        Sum = new double[clusterCount * points.Dimension];
        Size = new int[clusterCount];
    }

    /// <summary>Number of clusters.</summary>
    public int ClusterCount { get; }

    /// <summary>Points in a piece: a multiple of a block.</summary>
    public int PieceSize { get; }

    /// <summary>The sum of each cluster after <see cref="Merge"/>.</summary>
    public double[] Sum { get; }

    /// <summary>The points in each cluster after <see cref="Merge"/>.</summary>
    public int[] Size { get; }

    /// <summary>Starts a piece anew.</summary>
    public void Clear(int firstPoint)
    {
        Array.Clear(sums[firstPoint / PieceSize]);
        Array.Clear(counts[firstPoint / PieceSize]);
    }

    /// <summary>Adds points that follow each other in one piece.</summary>
    public void Add(int firstPoint, ReadOnlySpan<int> clusterOf)
    {
        var dimension = points.Dimension;
        var count = counts[firstPoint / PieceSize];
        ref var sum = ref MemoryMarshal.GetArrayDataReference(sums[firstPoint / PieceSize]);
        ref var place = ref points.Values[firstPoint * dimension];
        for (var i = 0; i < clusterOf.Length; i++)
        {
            count[clusterOf[i]]++;
            AddPoint(ref sum, (nuint)(clusterOf[i] * dimension), ref place, (nuint)(i * dimension), dimension);
        }
    }

    /// <summary>Adds up the pieces in their order.</summary>
    public void Merge()
    {
        Array.Clear(Sum);
        Array.Clear(Size);
        for (var piece = 0; piece < sums.Length; piece++)
        {
            TensorPrimitives.Add(Sum, sums[piece], Sum);
            TensorPrimitives.Add(Size, counts[piece], Size);
        }
    }

    /// <summary>Sums all points anew.</summary>
    public void Recompute(int[] clusterOf, Workers workers)
    {
        workers.ForEachPiece(points.Count, PieceSize, (from, to) =>
        {
            Clear(from);
            Add(from, clusterOf.AsSpan(from, to - from));
        });
        Merge();
    }

    private static void AddPoint(ref double sum, nuint target, ref float place, nuint source, int dimension)
    {
        var i = 0;
        for (; i <= dimension - 8; i += 8, source += 8, target += 8)
        {
            var (low, high) = Vector256.Widen(Vector256.LoadUnsafe(ref place, source));
            (Vector256.LoadUnsafe(ref sum, target) + low).StoreUnsafe(ref sum, target);
            (Vector256.LoadUnsafe(ref sum, target + 4) + high).StoreUnsafe(ref sum, target + 4);
        }

        for (; i < dimension; i++, source++, target++)
        {
            Unsafe.Add(ref sum, target) += Unsafe.Add(ref place, source);
        }
    }
}
