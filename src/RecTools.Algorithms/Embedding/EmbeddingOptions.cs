namespace RecTools.Algorithms;

/// <summary>Settings of <see cref="Embedding"/>.</summary>
public sealed record EmbeddingOptions
{
    /// <summary>Numbers a user and an item are described by together.</summary>
    [Option("How many numbers the network is told of a user and an item: half are the user's and half the item's, so it must be divisible by 2.", Minimum = 2, Maximum = 4096, MultipleOf = 2)]
    [SearchRange(16, 256, Log = true)]
    public int Width { get; init; } = 64;

    /// <summary>Widths of the layers.</summary>
    [Option("Widths of the layers between the embeddings and the output; empty for none.", Minimum = 1, Maximum = 4096)]
    public int[] Layers { get; init; } = [64];

    /// <summary>Chance that an output of a layer is left out while training.</summary>
    [Option("Share of each layer's outputs that is left out at random while training, 0 to 0.9.", Minimum = 0, Maximum = 0.9)]
    [SearchRange(0, 0.5)]
    public double Dropout { get; init; }

    /// <summary>Whether there is a dot product.</summary>
    [Option("Whether the products of the user's and the item's numbers are added to the output (neural matrix factorisation); layers alone seldom find what it finds.")]
    public bool DotProduct { get; init; } = true;

    /// <summary>Whether there are biases.</summary>
    [Option("Whether each user and each item has a number of its own that is added to the output.")]
    public bool Biases { get; init; } = true;

    /// <summary>What it is trained for; null for what suits the rows.</summary>
    [Option("What it is trained for: Rating predicts ratings, Implicit ranks what somebody might want. Auto: Rating for rows that look like ratings.", WhenUnset = "Auto")]
    public EmbeddingAim? Aim { get; init; }

    /// <summary>Lowest rating possible; null for the lowest there is.</summary>
    [Option("Rating: the lowest rating possible. Auto: the lowest there is.", WhenUnset = "Auto")]
    public double? LowestRating { get; init; }

    /// <summary>Highest rating possible; null for the highest there is.</summary>
    [Option("Rating: the highest rating possible. Auto: the highest there is.", WhenUnset = "Auto")]
    public double? HighestRating { get; init; }

    /// <summary>Items drawn at random for each row.</summary>
    [Option("Implicit: items that the user does not have, drawn at random for each row.", Minimum = 1, Maximum = 1000)]
    [SearchRange(1, 20, Log = true, Aim = SearchAim.Lists)]
    public int Negatives { get; init; } = 4;

    /// <summary>Epochs.</summary>
    [Option("How often all rows are learned from at most.", Minimum = 1, Maximum = 10000)]
    public int Epochs { get; init; } = 20;

    /// <summary>Examples in a batch.</summary>
    [Option("How many examples are learned from at a time.", Minimum = 1, Maximum = 1 << 20)]
    public int BatchSize { get; init; } = 512;

    /// <summary>Learning rate.</summary>
    [Option("How far a step goes, at its highest.", Minimum = 0, ExcludesMinimum = true, Maximum = 1e6)]
    [SearchRange(0.001, 0.03, Log = true)]
    public double LearningRate { get; init; } = 0.007;

    /// <summary>How the learning rate changes.</summary>
    [Option("How the learning rate changes with the steps: Constant, Cosine (falls to 0) or OneCycle (rises, then falls to 0).")]
    public LearningRateSchedule Schedule { get; init; } = LearningRateSchedule.OneCycle;

    /// <summary>Weight decay.</summary>
    [Option("How strongly embeddings and weights are drawn to 0 with each step, times the learning rate; larger for fewer data.", Minimum = 0, Maximum = 1e3)]
    [SearchRange(0.01, 10, Log = true)]
    public double WeightDecay { get; init; } = 2;

    /// <summary>Largest norm of a step's gradients.</summary>
    [Option("Length that the gradients of a step are cut down to; 0 to leave them as they are.", Minimum = 0, Maximum = 1e9)]
    public double GradientClip { get; init; } = 5;

    /// <summary>Share of rows held back.</summary>
    [Option("Share of the rows held back to measure each epoch by (RMSE or nDCG); the best epoch's weights are kept. 0 to learn from all rows and keep the last weights.", Minimum = 0, Maximum = 0.5)]
    public double ValidationShare { get; init; } = 0.02;

    /// <summary>Epochs without a better measure after which the fit ends.</summary>
    [Option("How many epochs may pass without a better measure before training stops.", Minimum = 1, Maximum = 10000)]
    public int Patience { get; init; } = 8;
}
