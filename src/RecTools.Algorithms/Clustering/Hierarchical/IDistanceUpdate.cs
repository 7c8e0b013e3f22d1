using System.Runtime.Intrinsics;

namespace RecTools.Algorithms;

/// <summary>How far a merged group is from a third one, by how far its parts were (Lance and Williams 1967).</summary>
internal interface IDistanceUpdate
{
    /// <summary>The share of the first part in the merged group.</summary>
    static abstract double ShareOf(double size, double otherSize);

    /// <summary>Four new distances.</summary>
    /// <param name="distance">Of the first part.</param>
    /// <param name="other">Of the other part.</param>
    /// <param name="share">Share of the first part.</param>
    static abstract Vector256<double> Combine(Vector256<double> distance, Vector256<double> other, Vector256<double> share);
}

/// <summary>The larger of both distances: complete linkage.</summary>
internal readonly struct LargerDistance : IDistanceUpdate
{
    /// <inheritdoc/>
    public static double ShareOf(double size, double otherSize) => 0;

    /// <inheritdoc/>
    public static Vector256<double> Combine(Vector256<double> distance, Vector256<double> other, Vector256<double> share) => Vector256.Max(distance, other);
}

/// <summary>The mean of both distances, weighted by the sizes: average linkage.</summary>
internal readonly struct MeanDistance : IDistanceUpdate
{
    /// <inheritdoc/>
    public static double ShareOf(double size, double otherSize) => size / (size + otherSize);

    /// <inheritdoc/>
    public static Vector256<double> Combine(Vector256<double> distance, Vector256<double> other, Vector256<double> share) => other + ((distance - other) * share);
}

/// <summary>The mean of both distances, whatever the sizes: weighted linkage.</summary>
internal readonly struct MiddleDistance : IDistanceUpdate
{
    /// <inheritdoc/>
    public static double ShareOf(double size, double otherSize) => 0.5;

    /// <inheritdoc/>
    public static Vector256<double> Combine(Vector256<double> distance, Vector256<double> other, Vector256<double> share) =>
        MeanDistance.Combine(distance, other, share);
}
