using System.Globalization;

namespace RecTools.Algorithms;

/// <summary>The training loop: epochs of batches, each a step of Adam; the weights of the best epoch are kept.</summary>
internal sealed unsafe class EmbeddingTrainer : IDisposable
{
    private readonly EmbeddingWeights weights;
    private readonly OutputScale scale;
    private readonly EmbeddingOptions options;
    private readonly FitContext context;
    private readonly SteadyCrew crew;
    private readonly BatchGradients gradients;
    private readonly float[] networkMeans;
    private readonly float[] networkSquares;
    private int steps;

    /// <summary>Makes ready.</summary>
    /// <param name="weights">What is learned; holds the start.</param>
    /// <param name="features">Features of the items; null for none.</param>
    /// <param name="scale">What the output means.</param>
    /// <param name="options">Settings.</param>
    /// <param name="context">Threads, seed and observer.</param>
    public EmbeddingTrainer(EmbeddingWeights weights, SparseMatrix? features, OutputScale scale, EmbeddingOptions options, FitContext context)
    {
        (this.weights, this.scale, this.options, this.context) = (weights, scale, options, context);
        crew = new SteadyCrew(context.Workers);
        gradients = new BatchGradients(weights, features, scale, options, crew, context.Seed);
        networkMeans = new float[weights.Shape.Length];
        networkSquares = new float[weights.Shape.Length];
    }

    /// <summary>Trains, and leaves the best weights.</summary>
    /// <param name="examples">What to learn from.</param>
    /// <param name="measure">Measures the weights on rows held back, lower is better; null without such rows.</param>
    /// <returns>The epoch whose weights were kept, and its measure, NaN without one.</returns>
    /// <exception cref="RecException"><c>TrainingDiverged</c>: the loss is no number any more.</exception>
    public (int Epoch, double Measure) Run(IExampleSource examples, Validation? measure)
    {
        if (examples.Count == 0)
        {
            return (0, double.NaN);
        }

        var batch = new TrainingBatch((int)Math.Min(options.BatchSize, examples.Count), weights.Shape.Widths[0]);
        var best = measure is null ? null : new EmbeddingWeights(weights.Shape, weights.Users.Rows, weights.Items.Rows, weights.Features.Rows);
        var (bestEpoch, bestError) = (options.Epochs, double.NaN);
        for (var epoch = 1; epoch <= options.Epochs; epoch++)
        {
            var start = TimeProvider.System.GetTimestamp();
            var loss = RunEpoch(examples, batch, epoch);
            context.Observer.Step(new TrainingStep(epoch, loss, TimeProvider.System.GetElapsedTime(start).TotalSeconds));
            context.Observer.Progress("Fit", epoch, options.Epochs);
            if (measure?.ErrorOf(weights) is not { } error)
            {
                continue;
            }

            context.Observer.Verbose(string.Create(CultureInfo.InvariantCulture, $"epoch {epoch}: {measure.Name} of the rows held back {Math.Abs(error):0.0000}"));
            if (!(error >= bestError))
            {
                (bestEpoch, bestError) = (epoch, error);
                best!.CopyFrom(weights);
            }
            else if (epoch - bestEpoch >= options.Patience)
            {
                break;
            }
        }

        if (best is not null)
        {
            weights.CopyFrom(best);
        }

        return (bestEpoch, Math.Abs(bestError));
    }

    /// <summary>Lets the threads go.</summary>
    public void Dispose() => crew.Dispose();

    private double RunEpoch(IExampleSource examples, TrainingBatch batch, int epoch)
    {
        examples.Shuffle(epoch);
        var sum = 0.0;
        for (batch.First = 0; batch.First < examples.Count; batch.First += batch.Users.Length)
        {
            batch.Count = (int)Math.Min(batch.Users.Length, examples.Count - batch.First);
            var done = (epoch - 1 + ((double)batch.First / examples.Count)) / options.Epochs;
            var loss = gradients.Compute(examples, batch, epoch);
            if (!double.IsFinite(loss))
            {
                throw Diverged(epoch);
            }

            sum += loss;
            Move((float)options.Schedule.At(options.LearningRate, done));
        }

        return sum / examples.Count * scale.UnitOfLoss;
    }

    private void Move(float rate)
    {
        var clip = 1f;
        if (options.GradientClip > 0)
        {
            var norm = Math.Sqrt(gradients.SquaredNorm());
            clip = norm > options.GradientClip ? (float)(options.GradientClip / norm) : 1;
        }

        steps++;
        var decayed = new AdamStep(rate, (float)options.WeightDecay, clip);
        gradients.MoveRows(decayed);
        var numbers = weights.Network.Start;
        var slopes = gradients.Network.Start;
        var split = weights.Shape.DecayedLength;
        fixed (float* mean = networkMeans, square = networkSquares)
        {
            decayed.Move(numbers, mean, square, slopes, split, steps);
            (decayed with { Decay = 0 }).Move(numbers + split, mean + split, square + split, slopes + split, weights.Shape.Length - split, steps);
        }
    }

    private RecException Diverged(int epoch) => new(
        "TrainingDiverged",
        RecErrorKind.Configuration,
        string.Create(CultureInfo.InvariantCulture, $"In epoch {epoch} the loss is no number any more, at a LearningRate of {options.LearningRate}."),
        string.Create(CultureInfo.InvariantCulture, $"Give a smaller LearningRate, such as {options.LearningRate / 10}, or a smaller WeightDecay."),
        options.LearningRate);
}
