namespace RecTools.Algorithms;

/// <summary>
/// Takes a score apart by what each item of the history did to the user's embedding: around the user as he is, the output is nearly a sum over his numbers,
/// whose least-squares solution is a sum over the history (influence functions, Koh and Liang 2017, with the Gauss-Newton matrix).
/// </summary>
/// <param name="shape">Shape of the network.</param>
/// <param name="network">Its numbers.</param>
/// <param name="items">Vectors of the items.</param>
/// <param name="itemBias">Biases of the items.</param>
/// <param name="scale">What the output means.</param>
internal sealed unsafe class EmbeddingExplanation(
    NetworkShape shape, AlignedBuffer network, FactorMatrix items, float[] itemBias, OutputScale scale)
{
    private readonly AlignedBuffer transposed = NetworkPass.TransposedOf(shape, network);

    /// <summary>The parts of the scores of some items, in the unit of the scores, largest first.</summary>
    /// <param name="user">Vector of the user, with padding.</param>
    /// <param name="bias">Bias of the user.</param>
    /// <param name="average">Vector of the average user: parts add up to what sets the user apart from him.</param>
    /// <param name="history">Items of the history.</param>
    /// <param name="values">Their values.</param>
    /// <param name="asked">Items to explain.</param>
    /// <param name="count">Parts for each at most.</param>
    public Contribution[][] Of(
        ReadOnlySpan<float> user,
        float bias,
        ReadOnlySpan<float> average,
        ReadOnlySpan<int> history,
        ReadOnlySpan<float> values,
        ReadOnlySpan<int> asked,
        int count)
    {
        // Derivatives are needed of these items alone: they are numbered anew, the history first.
        int[] rows = [.. history, .. asked];
        var derivatives = new FactorMatrix(rows.Length, shape.HalfWidth + 1);
        var outputs = new float[rows.Length];
        Differentiate(rows, user, derivatives, outputs);
        var expected = new float[rows.Length];
        Differentiate(rows.AsSpan(0, history.Length), average, null, expected);
        var targets = new float[history.Length];
        for (var i = 0; i < targets.Length; i++)
        {
            var wanted = scale.Aim == EmbeddingAim.Implicit ? scale.High : values[i];
            targets[i] = scale.OutputOf(wanted) - expected[i] - itemBias[history[i]];
        }

        int[] own = [.. Enumerable.Range(0, history.Length)];
        int[] others = [.. Enumerable.Range(history.Length, asked.Length)];
        var parts = FactorExplanation.Of(own, targets, derivatives, default(Problem), others, count);
        for (var i = 0; i < parts.Length; i++)
        {
            var steepness = scale.SteepnessAt(outputs[history.Length + i] + itemBias[asked[i]] + bias);
            for (var j = 0; j < parts[i].Length; j++)
            {
                parts[i][j] = new Contribution(history[parts[i][j].Item], parts[i][j].Score * steepness);
            }
        }

        return parts;
    }

    /// <summary>Outputs of some items for a user, without the biases, and their derivatives by the user's numbers, behind a 1 for his bias.</summary>
    private void Differentiate(ReadOnlySpan<int> rows, ReadOnlySpan<float> user, FactorMatrix? derivatives, Span<float> outputs)
    {
        const int MostRows = 256;
        var pass = new NetworkPass(shape, Math.Min(rows.Length, MostRows));
        var gradients = new AlignedBuffer(pass.MostRows * shape.Widths[0]);
        var noDraws = default(SeededRandom);
        for (var first = 0; first < rows.Length; first += pass.MostRows)
        {
            var some = rows.Slice(first, Math.Min(pass.MostRows, rows.Length - first));
            pass.Fill(user, items, some);
            pass.Forward(network.Start, some.Length, 0, ref noDraws);
            pass.Scores.Span[..some.Length].CopyTo(outputs[first..]);
            if (derivatives is null)
            {
                continue;
            }

            pass.Slopes.Span[..some.Length].Fill(1);
            pass.Backward(network.Start, transposed.Start, some.Length, 0, gradients.Start, null);
            for (var row = 0; row < some.Length; row++)
            {
                var to = derivatives.Row(first + row);
                to[0] = 1;
                gradients.Span.Slice(row * shape.Widths[0], shape.HalfWidth).CopyTo(to[1..]);
            }
        }
    }

    /// <summary>Least squares with every number drawn to that of the average user.</summary>
    private readonly struct Problem : IRowProblem
    {
        private const float Regularization = 1;

        public float[]? Base => null;

        public float Weight(float value) => 1;

        public float Target(int column, float value) => value;

        public double Constant(int column, float value) => (double)value * value;

        public void Diagonal(int entries, Span<float> diagonal) => diagonal.Fill(Regularization);

        public void Load(int row, Span<float> solution)
        {
        }

        public void Store(int row, Span<float> solution)
        {
        }
    }
}
