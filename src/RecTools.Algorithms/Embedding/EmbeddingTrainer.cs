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

    /// <summary>Trains, and leaves the weights of the best epoch by the measure; without one the last weights, or those of the least loss if it diverges.</summary>
    /// <param name="examples">What to learn from.</param>
    /// <param name="measure">Measures the weights on rows held back, lower is better; null without such rows.</param>
    public TrainingOutcome Run(IExampleSource examples, Validation? measure)
    {
        if (examples.Count == 0)
        {
            return new TrainingOutcome(0, double.NaN);
        }

        var batch = new TrainingBatch((int)Math.Min(options.BatchSize, examples.Count), weights.Shape.Widths[0]);
        var kept = new EmbeddingWeights(weights.Shape, weights.Users.Rows, weights.Items.Rows, weights.Features.Rows);
        var best = new TrainingOutcome(0, double.NaN);
        for (var epoch = 1; epoch <= options.Epochs; epoch++)
        {
            var start = TimeProvider.System.GetTimestamp();
            if (RunEpoch(examples, batch, epoch) is not { } loss)
            {
                break;
            }

            var seconds = TimeProvider.System.GetElapsedTime(start).TotalSeconds;
            var error = measure?.ErrorOf(weights);
            if (!double.IsFinite(loss) || !double.IsFinite(error ?? 0) || !weights.AreFinite)
            {
                best = best with { DivergedIn = epoch };
                break;
            }

            if (!((error ?? loss) >= best.Measure))
            {
                best = new TrainingOutcome(epoch, error ?? loss);
                kept.CopyFrom(weights);
            }

            var goesOn = context.Report(new TrainingStep(epoch, loss, seconds, error is null ? null : measure!.Name, error is null ? null : Math.Abs(error.Value)), options.Epochs);
            if (!goesOn || (measure is not null && epoch - best.Epoch >= options.Patience))
            {
                break;
            }
        }

        if (best.Epoch > 0 && (measure is not null || best.DivergedIn is not null))
        {
            weights.CopyFrom(kept);
        }

        return best with { Measure = Math.Abs(best.Measure) };
    }

    /// <summary>Lets the threads go.</summary>
    public void Dispose() => crew.Dispose();

    // The loss of the epoch, no number once a batch's is none; null where the loop is to end.
    private double? RunEpoch(IExampleSource examples, TrainingBatch batch, int epoch)
    {
        examples.Shuffle(epoch);
        var sum = 0.0;
        for (batch.First = 0; batch.First < examples.Count; batch.First += batch.Users.Length)
        {
            batch.Count = (int)Math.Min(batch.Users.Length, examples.Count - batch.First);
            var done = (epoch - 1 + ((double)batch.First / examples.Count)) / options.Epochs;
            var loss = gradients.Compute(examples, batch, epoch);
            sum += loss;
            if (!double.IsFinite(loss))
            {
                break;
            }

            Move((float)options.Schedule.At(options.LearningRate, done));
            if (context.EndEarly.IsCancellationRequested)
            {
                return null;
            }
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
}
