using System.Collections.Concurrent;

namespace RecTools.Algorithms;

/// <summary>Loss of a batch and its gradient by everything that is learned, the same bits at any number of threads.</summary>
/// <remarks>
/// A batch is cut into pieces by its size. Each piece has its own sums of the network's gradients, which are added in order; gradients of embeddings are kept
/// example by example and then summed row by row.
/// </remarks>
internal sealed unsafe class BatchGradients
{
    private const ulong DropoutStream = 2UL << 56;
    private const int RowsInPiece = 128;
    private readonly EmbeddingWeights weights;
    private readonly SparseMatrix? features;
    private readonly OutputScale scale;
    private readonly double dropout;
    private readonly SteadyCrew crew;
    private readonly long seed;
    private readonly AlignedBuffer transposed;
    private readonly ConcurrentBag<NetworkPass> passes = [];
    private AlignedBuffer[] pieces = [];
    private double[] losses = [];

    /// <summary>Makes room.</summary>
    /// <param name="weights">What is learned.</param>
    /// <param name="features">Features of the items; null for none.</param>
    /// <param name="scale">What the output means.</param>
    /// <param name="options">Settings.</param>
    /// <param name="crew">Threads.</param>
    /// <param name="seed">Start of the draws.</param>
    public BatchGradients(EmbeddingWeights weights, SparseMatrix? features, OutputScale scale, EmbeddingOptions options, SteadyCrew crew, long seed)
    {
        (this.weights, this.features, this.scale, dropout, this.crew, this.seed) = (weights, features, scale, options.Dropout, crew, seed);
        transposed = new AlignedBuffer(weights.Shape.Length);
        Network = new AlignedBuffer(weights.Shape.Length);
        Users = new TableUpdate(weights.Users, options.Biases ? weights.UserBias : null);
        Items = new TableUpdate(weights.Items, options.Biases ? weights.ItemBias : null);
        Features = features is null ? null : new FeatureUpdate(weights.Features, features, Items);
    }

    /// <summary>Gradient of the network.</summary>
    public AlignedBuffer Network { get; }

    /// <summary>Gradients of the users.</summary>
    public TableUpdate Users { get; }

    /// <summary>Gradients of the items.</summary>
    public TableUpdate Items { get; }

    /// <summary>Gradients of the features; null without.</summary>
    public FeatureUpdate? Features { get; }

    /// <summary>Computes everything for one batch.</summary>
    /// <param name="source">Deals out the examples.</param>
    /// <param name="batch">The batch; its first example and count are set.</param>
    /// <param name="epoch">Number of the epoch.</param>
    /// <returns>Sum of the losses of the examples.</returns>
    public double Compute(IExampleSource source, TrainingBatch batch, int epoch)
    {
        if (pieces.Length < batch.PieceCount)
        {
            pieces = [.. Enumerable.Range(0, batch.PieceCount).Select(_ => new AlignedBuffer(weights.Shape.Length))];
            losses = new double[batch.PieceCount];
        }

        NetworkPass.Transpose(weights.Shape, weights.Network.Start, transposed.Start);
        crew.ForEachPiece(batch.Count, batch.PieceSize, (from, to) =>
        {
            source.Fill(batch, from, to);
            var pass = passes.TryTake(out var idle) ? idle : new NetworkPass(weights.Shape, batch.PieceSize);
            losses[from / batch.PieceSize] = RunPiece(pass, batch, from, to, epoch);
            passes.Add(pass);
        });
        Users.Group(batch.Users.AsSpan(0, batch.Count));
        Items.Group(batch.Items.AsSpan(0, batch.Count));
        SumRows(batch);
        Features?.Sum(crew);
        return SumPieces((batch.Count + batch.PieceSize - 1) / batch.PieceSize);
    }

    /// <summary>Sum of the squares of all gradients of the batch.</summary>
    public double SquaredNorm() => VectorKernels.Dot(Network.Start, Network.Start, Network.Length)
        + Users.SquaredNorm() + Items.SquaredNorm() + (Features?.Table.SquaredNorm() ?? 0);

    /// <summary>Moves all touched rows.</summary>
    public void MoveRows(AdamStep step)
    {
        var users = Users.Groups.Count;
        crew.ForEachPiece(users + Items.Groups.Count, RowsInPiece, (from, to) =>
        {
            Users.Move(Math.Min(from, users), Math.Min(to, users), step);
            Items.Move(Math.Max(from, users) - users, Math.Max(to, users) - users, step);
        });
        Features?.Table.Move(0, Features.Table.Groups.Count, step);
    }

    private double RunPiece(NetworkPass pass, TrainingBatch batch, int from, int to, int epoch)
    {
        var width = weights.Shape.Widths[0];
        for (var example = from; example < to; example++)
        {
            var input = pass.Input.Start + ((long)(example - from) * width);
            weights.Users.PaddedRow(batch.Users[example]).CopyTo(new Span<float>(input, weights.Shape.Stride));
            ItemVectors.Write(weights, features, batch.Items[example], input + weights.Shape.Stride);
        }

        var count = to - from;
        var padding = MatrixProduct.PaddedRows(count) - count;
        pass.Input.Span.Slice(count * width, padding * width).Clear();
        pass.Slopes.Span.Slice(count, padding).Clear();
        var random = new SeededRandom(seed, DropoutStream + ((ulong)epoch << 40) + (ulong)(batch.First + from));
        pass.Forward(weights.Network.Start, count, dropout, ref random);
        var loss = 0.0;
        for (var example = from; example < to; example++)
        {
            var output = pass.Scores.Start[example - from] + weights.UserBias[batch.Users[example]] + weights.ItemBias[batch.Items[example]];
            loss += scale.LossOf(output, batch.Targets[example], out var slope);
            pass.Slopes.Start[example - from] = batch.Slopes[example] = slope / batch.Count;
        }

        pass.Backward(
            weights.Network.Start,
            transposed.Start,
            count,
            dropout,
            batch.InputGradients.Start + ((long)from * width),
            pieces[from / batch.PieceSize].Start);
        return loss;
    }

    private void SumRows(TrainingBatch batch)
    {
        var users = Users.Groups.Count;
        var (gradients, width, stride) = (batch.InputGradients, weights.Shape.Widths[0], weights.Shape.Stride);
        crew.ForEachPiece(users + Items.Groups.Count, RowsInPiece, (from, to) =>
        {
            Users.Sum(Math.Min(from, users), Math.Min(to, users), gradients.Start, width, batch.Slopes);
            Items.Sum(Math.Max(from, users) - users, Math.Max(to, users) - users, gradients.Start + stride, width, batch.Slopes);
        });
    }

    private double SumPieces(int count)
    {
        var loss = losses[0];
        pieces[0].Span.CopyTo(Network.Span);
        for (var piece = 1; piece < count; piece++)
        {
            loss += losses[piece];
            LayerKernels.Add(Network.Start, pieces[piece].Start, Network.Length);
        }

        return loss;
    }
}
