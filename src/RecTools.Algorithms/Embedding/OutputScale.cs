namespace RecTools.Algorithms;

/// <summary>What the network's one output means: a rating within a range, or the chance that a user has an item; and what an error costs.</summary>
/// <param name="Aim">Which of the two.</param>
/// <param name="Low">Lowest rating; 0 for a chance.</param>
/// <param name="High">Highest rating; 1 for a chance.</param>
internal readonly record struct OutputScale(EmbeddingAim Aim, float Low, float High)
{
    /// <summary>The scale of chances.</summary>
    public static OutputScale Chance { get; } = new(EmbeddingAim.Implicit, 0, 1);

    /// <summary>What a loss of 1 is: the square of the range of ratings.</summary>
    public double UnitOfLoss => Aim == EmbeddingAim.Implicit ? 1 : ((double)High - Low) * ((double)High - Low);

    /// <summary>The rating or chance of an output; never outside the range.</summary>
    public float ValueOf(float output) => Math.Clamp(Low + ((High - Low) * Logistic(output)), Low, High);

    /// <summary>The output that means a rating or chance, held away from the ends.</summary>
    public float OutputOf(double value)
    {
        const double Margin = 0.01;
        var share = High > Low ? Math.Clamp((value - Low) / (High - Low), Margin, 1 - Margin) : 0.5;
        return (float)Math.Log(share / (1 - share));
    }

    /// <summary>Loss of one example: the squared error of a rating, in units of the range; the cross-entropy of a chance.</summary>
    /// <param name="output">The network's output.</param>
    /// <param name="target">The rating; 1 or 0.</param>
    /// <param name="slope">Derivative by the output.</param>
    public double LossOf(float output, float target, out float slope)
    {
        var chance = Logistic(output);
        if (Aim == EmbeddingAim.Implicit)
        {
            slope = chance - target;
            return Math.Max(output, 0) - ((double)output * target) + Math.Log(1 + Math.Exp(-Math.Abs((double)output)));
        }

        var error = chance - ((target - Low) / (High - Low));
        slope = 2 * error * chance * (1 - chance);
        return (double)error * error;
    }

    /// <summary>How much the rating or chance grows with the output.</summary>
    public float SteepnessAt(float output) => (High - Low) * Logistic(output) * (1 - Logistic(output));

    private static float Logistic(float output) => 1 / (1 + MathF.Exp(-output));
}
