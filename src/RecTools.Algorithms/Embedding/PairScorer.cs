using System.Collections.Concurrent;

namespace RecTools.Algorithms;

/// <summary>
/// Outputs of the network for one user and all items. The first layer is a sum of a part that only the user decides and one that only the item does, so
/// that the item's part is computed once for all users.
/// </summary>
/// <remarks>Each output is computed in the same order whatever the run of items: the same bits for one item as for all.</remarks>
internal sealed unsafe class PairScorer
{
    private const int Block = 64;
    private readonly NetworkShape shape;
    private readonly AlignedBuffer network;
    private readonly FactorMatrix items;
    private readonly FactorScorer products;
    private readonly float[] itemParts;
    private readonly ConcurrentBag<Room> rooms = [];

    /// <summary>Computes the items' parts.</summary>
    /// <param name="shape">Shape of the network.</param>
    /// <param name="network">Its numbers.</param>
    /// <param name="items">Vectors of the items.</param>
    /// <param name="itemBias">Biases of the items.</param>
    public PairScorer(NetworkShape shape, AlignedBuffer network, FactorMatrix items, float[] itemBias)
    {
        (this.shape, this.network, this.items) = (shape, network, items);
        if (shape.Layers.Length > 0)
        {
            products = new FactorScorer(items, itemBias);
            itemParts = new float[(long)items.Rows * shape.Widths[1]];
            Fill();
        }
        else
        {
            itemParts = [];
            products = new FactorScorer(items, shape.HasOutputWeights ? AddWeighed(itemBias) : itemBias);
        }
    }

    /// <summary>Outputs of all items.</summary>
    /// <param name="user">Vector of the user with its padding.</param>
    /// <param name="bias">Bias of the user.</param>
    /// <param name="outputs">One for each item.</param>
    public void Score(ReadOnlySpan<float> user, float bias, Span<float> outputs) => WithRoom(user, bias, outputs, 0, items.Rows);

    /// <summary>Output of one item.</summary>
    public float Score(ReadOnlySpan<float> user, float bias, int item)
    {
        Span<float> output = stackalloc float[1];
        WithRoom(user, bias, output, item, item + 1);
        return output[0];
    }

    private void WithRoom(ReadOnlySpan<float> user, float bias, Span<float> outputs, int from, int to)
    {
        var room = rooms.TryTake(out var idle) ? idle : new Room(shape);
        user.CopyTo(room.User.Span);
        if (shape.HasDotProduct)
        {
            LayerKernels.Multiply(network.Start + shape.DotStart, room.User.Start, room.Weighed.Start, shape.Stride);
        }

        var level = network.Start[shape.Level] + bias;
        if (shape is { Layers.Length: 0, HasOutputWeights: true })
        {
            level += VectorKernels.Dot(network.Start + shape.OutputStart, room.User.Start, shape.Stride);
        }

        if (to - from == items.Rows)
        {
            products.Score(room.Weighed.Span, shape.Stride, [level], 1, outputs);
        }
        else
        {
            outputs[0] = products.Score(room.Weighed.Span, level, from);
        }

        if (shape.Layers.Length > 0)
        {
            AddLayers(room, outputs, from, to);
        }

        rooms.Add(room);
    }

    private void AddLayers(Room room, Span<float> outputs, int from, int to)
    {
        var width = shape.Widths[1];
        MatrixProduct.Write(
            room.User.Start, 0, 1, network.Start + shape.WeightStart(0), room.UserPart.Start, MatrixProduct.TileRows, width, shape.Stride);
        LayerKernels.Add(room.UserPart.Start, network.Start + shape.BiasStart(0), width);
        fixed (float* parts = itemParts)
        {
            for (var first = from; first < to; first += Block)
            {
                var count = Math.Min(Block, to - first);
                for (var row = 0; row < count; row++)
                {
                    LayerKernels.RectifySum(room.UserPart.Start, parts + ((long)(first + row) * width), room.Layers[0].Start + (row * width), width);
                }

                var rows = MatrixProduct.PaddedRows(count);
                for (var layer = 1; layer < shape.Layers.Length; layer++)
                {
                    MatrixProduct.Write(
                        room.Layers[layer - 1].Start,
                        shape.Widths[layer],
                        1,
                        network.Start + shape.WeightStart(layer),
                        room.Layers[layer].Start,
                        rows,
                        shape.Widths[layer + 1],
                        shape.Widths[layer]);
                    LayerKernels.Rectify(room.Layers[layer].Start, rows, network.Start + shape.BiasStart(layer), shape.Widths[layer + 1]);
                }

                for (var row = 0; row < count; row++)
                {
                    outputs[first - from + row] += VectorKernels.Dot(
                        room.Layers[^1].Start + (row * shape.Widths[^1]), network.Start + shape.OutputStart, shape.Widths[^1]);
                }
            }
        }
    }

    private void Fill()
    {
        var width = shape.Widths[1];
        var (input, output) = (new AlignedBuffer(Block * shape.Stride), new AlignedBuffer(Block * width));
        for (var first = 0; first < items.Rows; first += Block)
        {
            var count = Math.Min(Block, items.Rows - first);
            items.Values.AsSpan(first * shape.Stride, count * shape.Stride).CopyTo(input.Span);
            MatrixProduct.Write(
                input.Start, shape.Stride, 1, network.Start + shape.WeightStart(0) + (shape.Stride * width), output.Start, Block, width, shape.Stride);
            output.Span[..(count * width)].CopyTo(itemParts.AsSpan(first * width));
        }
    }

    private float[] AddWeighed(float[] itemBias)
    {
        var sums = itemBias.ToArray();
        fixed (float* values = items.Values)
        {
            for (var item = 0; item < sums.Length; item++)
            {
                sums[item] += VectorKernels.Dot(values + ((long)item * shape.Stride), network.Start + shape.OutputStart + shape.Stride, shape.Stride);
            }
        }

        return sums;
    }

    /// <summary>Scratch of one thread.</summary>
    private sealed class Room(NetworkShape shape)
    {
        public AlignedBuffer User { get; } = new(shape.Stride);

        public AlignedBuffer Weighed { get; } = new(shape.Stride);

        public AlignedBuffer UserPart { get; } = new(MatrixProduct.TileRows * shape.Widths[Math.Min(1, shape.Layers.Length)]);

        public AlignedBuffer[] Layers { get; } = [.. shape.Widths.Skip(1).Select(width => new AlignedBuffer(Block * width))];
    }
}
