using System.Runtime.Intrinsics;

namespace RecTools.Algorithms;

/// <summary>Groups by the distances of all pairs, for linkages that cannot be told from the groups' means: complete, average, weighted.</summary>
/// <typeparam name="TUpdate">The linkage.</typeparam>
internal sealed class MatrixGroups<TUpdate> : IMergingGroups, IDisposable
    where TUpdate : struct, IDistanceUpdate
{
    private const int Lanes = 4;
    private readonly TileMatrix matrix;
    private readonly SlotTable slots;
    private readonly double[] sizes;

    // By slot: 0 for the living, infinite for the dead and for padding; added to a distance, it takes them out of a search without a branch.
    private readonly double[] penalty;

    // The distances of two groups, read last: mostly it is these that merge next.
    private (int Group, double[] Distances) last;
    private (int Group, double[] Distances) lastButOne;

    /// <summary>Each point is a group.</summary>
    /// <param name="points">The points.</param>
    /// <param name="sizes">What each counts for.</param>
    /// <param name="workers">Threads.</param>
    public MatrixGroups(PointMatrix points, int[] sizes, Workers workers)
    {
        matrix = TileMatrix.Of(points, workers);
        slots = new SlotTable(points.Count);
        this.sizes = [.. sizes];
        Count = points.Count;
        penalty = new double[Padded(Count)];
        penalty.AsSpan(Count).Fill(double.PositiveInfinity);
        last = (-1, new double[Padded(Count)]);
        lastButOne = (-1, new double[Padded(Count)]);
    }

    /// <inheritdoc/>
    public int Count { get; }

    /// <inheritdoc/>
    public double HeightOf(double distance) => distance;

    /// <inheritdoc/>
    public Neighbor Nearest(int group)
    {
        var distances = Read(group);
        var (nearest, bound) = (Neighbor.None, Vector256.Create(double.PositiveInfinity));
        for (var slot = 0; slot < Padded(slots.Count); slot += Lanes)
        {
            var near = Vector256.LoadUnsafe(ref distances[0], (nuint)slot) + Vector256.LoadUnsafe(ref penalty[0], (nuint)slot);
            if (Vector256.LessThanAny(near, bound))
            {
                for (var lane = 0; lane < Lanes; lane++)
                {
                    nearest = near[lane] < nearest.Distance ? new Neighbor(slot + lane, near[lane]) : nearest;
                }

                bound = Vector256.Create(nearest.Distance);
            }
        }

        return nearest with { Index = slots.GroupOf(nearest.Index) };
    }

    /// <inheritdoc/>
    public void Merge(int from, int into)
    {
        var (dying, living) = (slots.SlotOf(from), slots.SlotOf(into));
        var (gone, kept) = (Read(from), Read(into));
        var share = Vector256.Create(TUpdate.ShareOf(sizes[from], sizes[into]));
        for (var slot = 0; slot < Padded(slots.Count); slot += Lanes)
        {
            var offset = (nuint)slot;
            TUpdate.Combine(Vector256.LoadUnsafe(ref gone[0], offset), Vector256.LoadUnsafe(ref kept[0], offset), share).StoreUnsafe(ref kept[0], offset);
        }

        kept[living] = double.PositiveInfinity;
        matrix.Write(living, kept);
        sizes[into] += sizes[from];
        penalty[dying] = double.PositiveInfinity;
        slots.Remove(from);
        (last.Group, lastButOne.Group) = (-1, -1);
        if (slots.IsSparse)
        {
            Compact();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => matrix.Dispose();

    private static int Padded(int count) => (count + BlockDistances.Lanes - 1) / BlockDistances.Lanes * BlockDistances.Lanes;

    private double[] Read(int group)
    {
        if (last.Group != group)
        {
            (last, lastButOne) = (lastButOne, last);
            if (last.Group != group)
            {
                last.Group = group;
                matrix.Read(slots.SlotOf(group), last.Distances);
            }
        }

        return last.Distances;
    }

    private void Compact()
    {
        matrix.Compact(slots.Compact());
        penalty.AsSpan(0, slots.Count).Clear();
        penalty.AsSpan(slots.Count).Fill(double.PositiveInfinity);
    }
}
