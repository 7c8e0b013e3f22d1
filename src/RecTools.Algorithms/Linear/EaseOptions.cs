namespace RecTools.Algorithms;

/// <summary>Settings of <see cref="Ease"/>.</summary>
public sealed record EaseOptions
{
    /// <summary>Weight of the regularisation.</summary>
    [Option("How strongly weights between items are drawn to 0; larger for fewer data and for longer lists of items.", Minimum = 0, ExcludesMinimum = true, Maximum = 1e9, Aliases = ["lambda"])]
    [SearchRange(10, 5000, Log = true)]
    public double Regularization { get; init; } = 300;

    /// <summary>Whether values count, or only that there is a row.</summary>
    [Option("Let rows count by their value; otherwise every row counts 1.")]
    [SearchChoices(false, true)]
    public bool WeighByValue { get; init; }
}
