namespace RecTools.Algorithms;

/// <summary>Centers of living groups in double precision, in the blocks that <see cref="BlockDistances"/> reads. Dead groups and padding are infinitely far.</summary>
internal sealed unsafe class GroupPoints
{
    private const int Lanes = BlockDistances.Lanes;
    private readonly AlignedBuffer buffer;
    private readonly double* places;

    /// <summary>Each point is the center of a group of its own.</summary>
    public GroupPoints(PointMatrix points)
    {
        Dimension = points.Dimension;
        Slots = new SlotTable(points.Count);
        buffer = new AlignedBuffer(checked(Capacity * Dimension * (sizeof(double) / sizeof(float))));
        places = (double*)buffer.Start;
        for (var slot = 0; slot < Capacity; slot++)
        {
            if (slot >= points.Count)
            {
                *At(slot) = double.PositiveInfinity;
                continue;
            }

            var point = points[slot];
            for (var i = 0; i < Dimension; i++)
            {
                At(slot)[i * Lanes] = point[i];
            }
        }
    }

    /// <summary>Coordinates of a center.</summary>
    public int Dimension { get; }

    /// <summary>Which group lies where.</summary>
    public SlotTable Slots { get; }

    /// <summary>Blocks in use.</summary>
    public int BlockCount => (Slots.Count + Lanes - 1) / Lanes;

    /// <summary>Slots in use, up to a whole block.</summary>
    public int Capacity => BlockCount * Lanes;

    /// <summary>Copies a group's center.</summary>
    public void CopyTo(int group, Span<double> center)
    {
        var from = At(Slots.SlotOf(group));
        for (var i = 0; i < center.Length; i++)
        {
            center[i] = from[i * Lanes];
        }
    }

    /// <summary>Moves the center of <paramref name="into"/> by a share of the way to that of <paramref name="from"/>, which dies.</summary>
    public void Merge(int from, int into, double share)
    {
        var dying = At(Slots.SlotOf(from));
        var living = At(Slots.SlotOf(into));
        for (var i = 0; i < Dimension * Lanes; i += Lanes)
        {
            // Equal coordinates stay as they are, to the last bit.
            living[i] += (dying[i] - living[i]) * share;
        }

        Remove(from);
    }

    /// <summary>A group dies.</summary>
    public void Remove(int group)
    {
        *At(Slots.SlotOf(group)) = double.PositiveInfinity;
        Slots.Remove(group);
    }

    /// <summary>Squared distances of a center to those of some blocks.</summary>
    public void Squares(ReadOnlySpan<double> center, int fromBlock, int blockCount, Span<double> squares)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(squares.Length, blockCount * Lanes);
        fixed (double* place = center, to = squares)
        {
            BlockDistances.Squares(places + ((long)fromBlock * Lanes * Dimension), blockCount, place, Dimension, to);
        }
    }

    /// <summary>Closes up the slots if it is worth it.</summary>
    /// <param name="beside">A number of each slot, moved with it.</param>
    /// <returns>Whether slots have moved.</returns>
    public bool Compact(double[] beside)
    {
        if (!Slots.IsSparse)
        {
            return false;
        }

        var before = Capacity;
        var kept = Slots.Compact();
        for (var slot = 0; slot < kept.Length; slot++)
        {
            var from = At(kept[slot]);
            var to = At(slot);
            for (var i = 0; i < Dimension * Lanes; i += Lanes)
            {
                to[i] = from[i];
            }

            beside[slot] = beside[kept[slot]];
        }

        for (var slot = kept.Length; slot < before; slot++)
        {
            *At(slot) = double.PositiveInfinity;
        }

        return true;
    }

    private double* At(int slot) => places + ((long)(slot / Lanes) * Lanes * Dimension) + (slot % Lanes);
}
