namespace RecTools.Algorithms;

/// <summary>Finds the embedding and bias of somebody new from a history, with the network and the items frozen: what is learned is how he departs from the average user.</summary>
/// <param name="shape">Shape of the network.</param>
/// <param name="network">Its numbers.</param>
/// <param name="items">Vectors of the items.</param>
/// <param name="itemBias">Biases of the items.</param>
/// <param name="scale">What the output means.</param>
/// <param name="options">Settings of the fit.</param>
internal sealed unsafe class UserFoldIn(
    NetworkShape shape, AlignedBuffer network, FactorMatrix items, float[] itemBias, OutputScale scale, EmbeddingOptions options)
{
    private const int Steps = 60;
    private const double Rate = 0.03;
    private const int MostRows = 1024;
    private readonly AlignedBuffer transposed = NetworkPass.TransposedOf(shape, network);

    /// <summary>Finds them.</summary>
    /// <param name="history">Items of the history, ascending.</param>
    /// <param name="values">Their values.</param>
    /// <param name="average">Vector of the average user, with padding.</param>
    /// <param name="user">Becomes the vector.</param>
    /// <returns>The bias.</returns>
    public float Find(ReadOnlySpan<int> history, ReadOnlySpan<float> values, ReadOnlySpan<float> average, Span<float> user)
    {
        average.CopyTo(user);
        if (history.IsEmpty)
        {
            return 0;
        }

        var negatives = scale.Aim == EmbeddingAim.Implicit ? options.Negatives : 0;
        var count = history.Length * (negatives + 1);
        var pass = new NetworkPass(shape, Math.Min(count, MostRows));
        var inputs = new AlignedBuffer(pass.MostRows * shape.Widths[0]);
        var (departure, gradient, means, squares) = (
            new AlignedBuffer(shape.Stride), new AlignedBuffer(shape.Stride), new AlignedBuffer(shape.Stride), new AlignedBuffer(shape.Stride));
        var (bias, biasMean, biasSquare) = (0f, 0f, 0f);
        var random = new SeededRandom(count);
        for (var step = 1; step <= Steps; step++)
        {
            gradient.Span.Clear();
            var ofBias = 0f;
            for (var first = 0; first < count; first += pass.MostRows)
            {
                var rows = Math.Min(pass.MostRows, count - first);
                ofBias += AddGradient(pass, inputs, history, values, first, rows, negatives, user, bias, count, gradient.Start, ref random);
            }

            var rate = LearningRateSchedule.Cosine.At(Rate, (step - 1.0) / Steps);
            var adam = new AdamStep((float)rate, (float)options.WeightDecay, 1);
            adam.Move(departure.Start, means.Start, squares.Start, gradient.Start, shape.Stride, step);
            if (options.Biases)
            {
                adam.Move(ref bias, ref biasMean, ref biasSquare, ofBias, step);
            }

            System.Numerics.Tensors.TensorPrimitives.Add(average, departure.Span, user);
        }

        return bias;
    }

    private float AddGradient(
        NetworkPass pass,
        AlignedBuffer inputs,
        ReadOnlySpan<int> history,
        ReadOnlySpan<float> values,
        int first,
        int rows,
        int negatives,
        ReadOnlySpan<float> user,
        float bias,
        int count,
        float* gradient,
        ref SeededRandom random)
    {
        Span<int> drawn = stackalloc int[rows];
        Span<float> targets = stackalloc float[rows];
        for (var row = 0; row < rows; row++)
        {
            var (number, part) = Math.DivRem(first + row, negatives + 1);
            var negative = part > 0 ? SampledExamples.TryDraw(history, items.Rows, ref random) : null;
            drawn[row] = negative ?? history[number];
            targets[row] = negative is not null ? 0 : scale.Aim == EmbeddingAim.Implicit ? 1 : Math.Clamp(values[number], scale.Low, scale.High);
        }

        pass.Fill(user, items, drawn);
        pass.Forward(network.Start, rows, 0, ref random);
        var ofBias = 0f;
        for (var row = 0; row < rows; row++)
        {
            scale.LossOf(pass.Scores.Start[row] + itemBias[drawn[row]] + bias, targets[row], out var slope);
            ofBias += pass.Slopes.Start[row] = slope / count;
        }

        pass.Backward(network.Start, transposed.Start, rows, 0, inputs.Start, null);
        for (var row = 0; row < rows; row++)
        {
            LayerKernels.Add(gradient, inputs.Start + ((long)row * shape.Widths[0]), shape.Stride);
        }

        return ofBias;
    }
}
