using System.Runtime.Intrinsics;

namespace RecTools.Algorithms;

/// <summary>Groups by the distances of all pairs, for linkages that cannot be told from the groups' means: complete, average, weighted.</summary>
/// <typeparam name="TUpdate">The linkage.</typeparam>
internal sealed class MatrixGroups<TUpdate> : IMergingGroups
    where TUpdate : struct, IDistanceUpdate
{
    private readonly double[][] rows;
    private readonly SlotTable slots;
    private readonly double[] sizes;

    // 0 for the living, infinite for the dead: added to a distance, it takes the dead out of a search without a branch.
    private readonly double[] penalty;

    /// <summary>Each point is a group.</summary>
    /// <param name="points">The points.</param>
    /// <param name="sizes">What each counts for.</param>
    /// <param name="workers">Threads.</param>
    public MatrixGroups(PointMatrix points, int[] sizes, Workers workers)
    {
        rows = TriangularMatrix.Of(points, workers);
        slots = new SlotTable(points.Count);
        penalty = new double[points.Count];
        this.sizes = [.. sizes];
    }

    /// <inheritdoc/>
    public int Count => rows.Length;

    /// <inheritdoc/>
    public double HeightOf(double distance) => distance;

    /// <inheritdoc/>
    public Neighbor Nearest(int group)
    {
        var own = slots.SlotOf(group);
        var nearest = NearestBefore(own);
        for (var slot = own + 1; slot < slots.Count; slot++)
        {
            var distance = rows[slot][own] + penalty[slot];
            if (distance < nearest.Distance)
            {
                nearest = new Neighbor(slot, distance);
            }
        }

        return nearest with { Index = slots.GroupOf(nearest.Index) };
    }

    /// <inheritdoc/>
    public void Merge(int from, int into)
    {
        var (dying, living) = (slots.SlotOf(from), slots.SlotOf(into));
        var share = TUpdate.ShareOf(sizes[dying], sizes[living]);
        var (gone, kept) = (rows[dying], rows[living]);
        Combine(gone, kept, dying, share);
        for (var slot = dying + 1; slot < living; slot++)
        {
            kept[slot] = TUpdate.Combine(rows[slot][dying], kept[slot], share);
        }

        for (var slot = living + 1; slot < slots.Count; slot++)
        {
            var row = rows[slot];
            row[living] = TUpdate.Combine(row[dying], row[living], share);
        }

        sizes[living] += sizes[dying];
        penalty[dying] = double.PositiveInfinity;
        slots.Remove(from);
        if (slots.IsSparse)
        {
            Compact();
        }
    }

    private static void Combine(double[] gone, double[] kept, int length, double share)
    {
        var i = 0;
        for (var shares = Vector256.Create(share); i <= length - 4; i += 4)
        {
            var offset = (nuint)i;
            TUpdate.Combine(Vector256.LoadUnsafe(ref gone[0], offset), Vector256.LoadUnsafe(ref kept[0], offset), shares).StoreUnsafe(ref kept[0], offset);
        }

        for (; i < length; i++)
        {
            kept[i] = TUpdate.Combine(gone[i], kept[i], share);
        }
    }

    private Neighbor NearestBefore(int own)
    {
        var row = rows[own];
        var (nearest, bound) = (Neighbor.None, Vector256.Create(double.PositiveInfinity));
        var i = 0;
        for (; i <= own - 4; i += 4)
        {
            var distances = Vector256.LoadUnsafe(ref row[0], (nuint)i) + Vector256.LoadUnsafe(ref penalty[0], (nuint)i);
            if (Vector256.LessThanAny(distances, bound))
            {
                for (var lane = 0; lane < 4; lane++)
                {
                    nearest = distances[lane] < nearest.Distance ? new Neighbor(i + lane, distances[lane]) : nearest;
                }

                bound = Vector256.Create(nearest.Distance);
            }
        }

        for (; i < own; i++)
        {
            var distance = row[i] + penalty[i];
            nearest = distance < nearest.Distance ? new Neighbor(i, distance) : nearest;
        }

        return nearest;
    }

    // Rows of the dead are let go, and memory falls as groups merge.
    private void Compact()
    {
        var before = slots.Count;
        var kept = slots.Compact();
        for (var slot = 0; slot < kept.Length; slot++)
        {
            var row = rows[slot] = rows[kept[slot]];
            for (var i = 0; i < slot; i++)
            {
                row[i] = row[kept[i]];
            }

            sizes[slot] = sizes[kept[slot]];
        }

        rows.AsSpan(kept.Length, before - kept.Length).Clear();
        penalty.AsSpan(0, kept.Length).Clear();
    }
}
