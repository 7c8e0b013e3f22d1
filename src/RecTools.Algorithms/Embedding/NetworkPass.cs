namespace RecTools.Algorithms;

/// <summary>Takes some examples through the network and their gradients back; the room for one thread.</summary>
/// <remarks>Examples are rows. Rows beyond the last example, up to a multiple of eight, must have inputs and gradients of 0.</remarks>
internal sealed unsafe class NetworkPass
{
    private readonly NetworkShape shape;
    private readonly AlignedBuffer[] outputs;
    private readonly AlignedBuffer[] deltas;
    private readonly AlignedBuffer weighted;

    /// <summary>Makes room.</summary>
    /// <param name="shape">Shape of the network.</param>
    /// <param name="mostRows">Examples at once at most.</param>
    public NetworkPass(NetworkShape shape, int mostRows)
    {
        this.shape = shape;
        MostRows = MatrixProduct.PaddedRows(mostRows);
        Input = new AlignedBuffer(MostRows * shape.Widths[0]);
        outputs = [Input, .. shape.Widths.Skip(1).Select(width => new AlignedBuffer(MostRows * width))];
        deltas = [.. shape.Widths.Select((width, layer) => layer == 0 ? Input : new AlignedBuffer(MostRows * width))];
        Scores = new AlignedBuffer(MostRows);
        Slopes = new AlignedBuffer(MostRows);
        weighted = new AlignedBuffer(shape.Stride);
    }

    /// <summary>Examples at once at most.</summary>
    public int MostRows { get; }

    /// <summary>Embeddings of the user and of the item of each example, side by side.</summary>
    public AlignedBuffer Input { get; }

    /// <summary>Output of each example, without the biases of user and item.</summary>
    public AlignedBuffer Scores { get; }

    /// <summary>Derivative of the loss by each output, given by the caller between the two ways.</summary>
    public AlignedBuffer Slopes { get; }

    /// <summary>Fills the input with one user and some items; slopes become 0.</summary>
    /// <param name="user">Vector of the user, with padding.</param>
    /// <param name="items">Vectors of the items.</param>
    /// <param name="rows">Which items.</param>
    public void Fill(ReadOnlySpan<float> user, FactorMatrix items, ReadOnlySpan<int> rows)
    {
        var (width, padded) = (shape.Widths[0], MatrixProduct.PaddedRows(rows.Length));
        Input.Span.Slice(rows.Length * width, (padded - rows.Length) * width).Clear();
        Slopes.Span[..padded].Clear();
        for (var row = 0; row < rows.Length; row++)
        {
            user.CopyTo(Input.Span[(row * width)..]);
            items.PaddedRow(rows[row]).CopyTo(Input.Span[((row * width) + shape.Stride)..]);
        }
    }

    /// <summary>Computes <see cref="Scores"/> from <see cref="Input"/>.</summary>
    /// <param name="network">Numbers of the network.</param>
    /// <param name="count">Examples.</param>
    /// <param name="dropout">Chance that an output of a layer is left out.</param>
    /// <param name="random">Draws for that.</param>
    public void Forward(float* network, int count, double dropout, ref SeededRandom random)
    {
        var rows = MatrixProduct.PaddedRows(count);
        for (var layer = 0; layer < shape.Layers.Length; layer++)
        {
            var (inputs, width) = (shape.Widths[layer], shape.Widths[layer + 1]);
            var to = outputs[layer + 1].Start;
            MatrixProduct.Write(outputs[layer].Start, inputs, 1, network + shape.WeightStart(layer), to, rows, width, inputs);
            LayerKernels.Rectify(to, rows, network + shape.BiasStart(layer), width);
            if (dropout > 0)
            {
                LayerKernels.Drop(to, rows * width, dropout, ref random);
            }
        }

        var last = shape.Widths[^1];
        for (var row = 0; row < rows; row++)
        {
            Scores.Start[row] = network[shape.Level]
                + (shape.HasDotProduct ? DotProduct(network + shape.DotStart, Input.Start + ((long)row * 2 * shape.Stride)) : 0)
                + (shape.HasOutputWeights ? VectorKernels.Dot(outputs[^1].Start + ((long)row * last), network + shape.OutputStart, last) : 0);
        }
    }

    /// <summary>Computes gradients from <see cref="Slopes"/>; after <see cref="Forward"/>.</summary>
    /// <param name="network">Numbers of the network.</param>
    /// <param name="transposed">Weights of the layers, transposed, at the same places.</param>
    /// <param name="count">Examples.</param>
    /// <param name="dropout">The chance of the way forward.</param>
    /// <param name="inputs">Where gradients of the input go, row by row.</param>
    /// <param name="gradient">Where gradients of the network go, summed over the examples; null for nowhere.</param>
    public void Backward(float* network, float* transposed, int count, double dropout, float* inputs, float* gradient)
    {
        var rows = MatrixProduct.PaddedRows(count);
        if (gradient is not null)
        {
            new Span<float>(gradient, shape.Length).Clear();
            AddOutputGradient(network, rows, gradient);
        }

        var last = shape.Layers.Length;
        StartDeltas(network, rows, last == 0 ? inputs : deltas[last].Start);
        for (var layer = last; layer > 0; layer--)
        {
            var (from, width) = (shape.Widths[layer - 1], shape.Widths[layer]);
            var delta = deltas[layer].Start;
            LayerKernels.Unrectify(delta, outputs[layer].Start, (float)(1 / (1 - dropout)), rows * width);
            if (gradient is not null)
            {
                MatrixProduct.Write(outputs[layer - 1].Start, 1, from, delta, gradient + shape.WeightStart(layer - 1), from, width, rows);
                for (var row = 0; row < rows; row++)
                {
                    LayerKernels.Add(gradient + shape.BiasStart(layer - 1), delta + ((long)row * width), width);
                }
            }

            MatrixProduct.Write(
                delta, width, 1, transposed + shape.WeightStart(layer - 1), layer == 1 ? inputs : deltas[layer - 1].Start, rows, from, width);
        }

        if (shape.HasDotProduct)
        {
            AddDotGradient(network + shape.DotStart, rows, inputs);
        }
    }

    /// <summary>The weights of the layers transposed, at the same places.</summary>
    public static AlignedBuffer TransposedOf(NetworkShape shape, AlignedBuffer network)
    {
        var transposed = new AlignedBuffer(shape.Length);
        Transpose(shape, network.Start, transposed.Start);
        return transposed;
    }

    /// <summary>Writes the weights of the layers transposed.</summary>
    public static void Transpose(NetworkShape shape, float* network, float* transposed)
    {
        for (var layer = 0; layer < shape.Layers.Length; layer++)
        {
            var from = network + shape.WeightStart(layer);
            var to = transposed + shape.WeightStart(layer);
            var (rows, columns) = (shape.Widths[layer], shape.Widths[layer + 1]);
            for (var row = 0; row < rows; row++)
            {
                for (var column = 0; column < columns; column++)
                {
                    to[(column * rows) + row] = from[(row * columns) + column];
                }
            }
        }
    }

    private float DotProduct(float* weights, float* input)
    {
        LayerKernels.Multiply(weights, input, weighted.Start, shape.Stride);
        return VectorKernels.Dot(weighted.Start, input + shape.Stride, shape.Stride);
    }

    private void AddOutputGradient(float* network, int rows, float* gradient)
    {
        for (var row = 0; row < rows; row++)
        {
            var slope = Slopes.Start[row];
            gradient[shape.Level] += slope;
            if (shape.HasOutputWeights)
            {
                VectorKernels.AddScaled(gradient + shape.OutputStart, outputs[^1].Start + ((long)row * shape.Widths[^1]), slope, shape.Widths[^1]);
            }

            if (shape.HasDotProduct)
            {
                var input = Input.Start + ((long)row * 2 * shape.Stride);
                LayerKernels.AddProduct(gradient + shape.DotStart, slope, input, input + shape.Stride, shape.Stride);
            }
        }
    }

    private void StartDeltas(float* network, int rows, float* to)
    {
        var width = shape.Widths[^1];
        for (var row = 0; row < rows; row++)
        {
            VectorKernels.Scale(network + shape.OutputStart, shape.HasOutputWeights ? Slopes.Start[row] : 0, to + ((long)row * width), width);
        }
    }

    private void AddDotGradient(float* weights, int rows, float* inputs)
    {
        var stride = shape.Stride;
        for (var row = 0; row < rows; row++)
        {
            var slope = Slopes.Start[row];
            var input = Input.Start + ((long)row * 2 * stride);
            var to = inputs + ((long)row * 2 * stride);
            LayerKernels.AddProduct(to, slope, weights, input + stride, stride);
            LayerKernels.AddProduct(to + stride, slope, weights, input, stride);
        }
    }
}
