using System.Numerics.Tensors;

namespace RecTools.Algorithms;

/// <summary>
/// Distances of all pairs of slots, each pair once: the lower triangle, in tiles of 8 x 8. A row of a tile is a cache line, and a whole tile lies
/// on one page of memory: a slot's distances to later ones, which are a column, are read eight to a page instead of one. 4 n^2 bytes.
/// </summary>
internal sealed unsafe class TileMatrix : IDisposable
{
    private const int Side = BlockDistances.Lanes;
    private const int Area = Side * Side;
    private const int BlocksInPiece = 8;
    private readonly double* tiles;
    private int blockCount;

    private TileMatrix(int count)
    {
        blockCount = (count + Side - 1) / Side;
        tiles = (double*)HugePages.Allocate((nuint)BytesOf(count));
    }

    /// <summary>Bytes that it takes.</summary>
    public static double BytesOf(double count)
    {
        var blocks = Math.Ceiling(count / Side);
        return blocks * (blocks + 1) / 2 * Area * sizeof(double);
    }

    /// <summary>Computes Euclidean distances; a slot's own is infinite, and so are those of padding.</summary>
    public static TileMatrix Of(PointMatrix points, Workers workers)
    {
        var places = new GroupPoints(points);
        var matrix = new TileMatrix(points.Count);
        workers.ForEachPiece(
            matrix.blockCount,
            BlocksInPiece,
            () => (Row: new double[places.Capacity], Center: new double[points.Dimension]),
            (from, to, scratch) =>
            {
                for (var slot = from * Side; slot < to * Side; slot++)
                {
                    var row = scratch.Row.AsSpan(0, ((slot / Side) + 1) * Side);
                    row.Fill(double.PositiveInfinity);
                    if (slot < points.Count)
                    {
                        places.CopyTo(slot, scratch.Center);
                        places.Squares(scratch.Center, 0, row.Length / Side, row);
                        TensorPrimitives.Sqrt(row, row);
                    }

                    row[slot] = double.PositiveInfinity;
                    matrix.WriteRow(slot, row);
                }
            });
        return matrix;
    }

    /// <summary>Reads the distances of a slot to all, up to a whole tile.</summary>
    public void Read(int slot, Span<double> distances)
    {
        var (block, within) = Math.DivRem(slot, Side);
        for (var other = 0; other <= block; other++)
        {
            new ReadOnlySpan<double>(Tile(block, other) + (within * Side), Side).CopyTo(distances[(other * Side)..]);
        }

        fixed (double* to = distances)
        {
            for (var later = block + 1; later < blockCount; later++)
            {
                var from = Tile(later, block) + within;
                var target = to + (later * Side);
                for (var i = 0; i < Side; i++)
                {
                    target[i] = from[i * Side];
                }
            }
        }
    }

    /// <summary>Writes the distances of a slot to all, up to a whole tile.</summary>
    public void Write(int slot, ReadOnlySpan<double> distances)
    {
        WriteRow(slot, distances);
        var (block, within) = Math.DivRem(slot, Side);

        // The tile on the diagonal has both halves.
        for (var later = block; later < blockCount; later++)
        {
            var to = Tile(later, block) + within;
            for (var i = 0; i < Side; i++)
            {
                to[i * Side] = distances[(later * Side) + i];
            }
        }
    }

    /// <summary>Closes up: slot <c>i</c> is now what was slot <c>kept[i]</c>, which is never smaller.</summary>
    public void Compact(int[] kept)
    {
        var before = new double[blockCount * Side];
        blockCount = (kept.Length + Side - 1) / Side;
        var row = new double[blockCount * Side];
        for (var slot = 0; slot < blockCount * Side; slot++)
        {
            var end = ((slot / Side) + 1) * Side;
            row.AsSpan(0, end).Fill(double.PositiveInfinity);
            if (slot < kept.Length)
            {
                ReadBefore(kept[slot], before);
                for (var i = 0; i < slot; i++)
                {
                    row[i] = before[kept[i]];
                }
            }

            WriteRow(slot, row.AsSpan(0, end));
            for (var i = slot / Side * Side; i < slot; i++)
            {
                // Above the diagonal, within its tile.
                Tile(slot / Side, slot / Side)[((i % Side) * Side) + (slot % Side)] = row[i];
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => HugePages.Free(tiles);

    // The distances to earlier slots alone: one line a tile.
    private void ReadBefore(int slot, Span<double> distances)
    {
        for (var other = 0; other <= slot / Side; other++)
        {
            new ReadOnlySpan<double>(Tile(slot / Side, other) + (slot % Side * Side), Side).CopyTo(distances[(other * Side)..]);
        }
    }

    private void WriteRow(int slot, ReadOnlySpan<double> distances)
    {
        for (var other = 0; other <= slot / Side; other++)
        {
            distances.Slice(other * Side, Side).CopyTo(new Span<double>(Tile(slot / Side, other) + (slot % Side * Side), Side));
        }
    }

    private double* Tile(int block, int other) => tiles + ((((long)block * (block + 1) / 2) + other) * Area);
}
