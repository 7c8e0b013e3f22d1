namespace RecTools.Algorithms;

/// <summary>Settings of <see cref="Als"/>.</summary>
public sealed record AlsOptions
{
    /// <summary>Numbers a user and an item are described by.</summary>
    [Option("How many numbers describe the taste of a user and the nature of an item, beside their offsets.", Minimum = 1, Maximum = 2048)]
    [SearchRange(8, 128, Log = true)]
    public int Factors { get; init; } = 63;

    /// <summary>Sweeps over items and users.</summary>
    [Option("How often items and users are fitted in turn.", Minimum = 1, Maximum = 1000)]
    public int Sweeps { get; init; } = 20;

    /// <summary>Weight of the factors' regularisation.</summary>
    [Option("How strongly factors are drawn to 0; larger for fewer ratings.", Minimum = 0, Maximum = 1e6)]
    [SearchRange(0.2, 10, Log = true)]
    public double Regularization { get; init; } = 1.3;

    /// <summary>Exponent of the regularisation's scaling.</summary>
    [Option("0: every user and item is drawn to 0 alike; 1: in proportion to its number of ratings (weighted lambda, which wants a Regularization near 0.1).", Minimum = 0, Maximum = 1)]
    public double RegularizationExponent { get; init; } = 0.5;

    /// <summary>Weight of the offsets' regularisation.</summary>
    [Option("How strongly the offsets of users and items are drawn to 0, in ratings at the mean.", Minimum = 0, Maximum = 1e6)]
    [SearchRange(0.2, 20, Log = true)]
    public double BiasRegularization { get; init; } = 2;

    /// <summary>How the systems are solved.</summary>
    [Option("Cholesky solves exactly; ConjugateGradient nearly, faster with many factors; BlockCoordinates solves some factors at a time, for 256 and more.")]
    public AlsSolver Solver { get; init; } = AlsSolver.Cholesky;

    /// <summary>Steps of conjugate gradients.</summary>
    [Option("Steps of ConjugateGradient for each user and item.", Minimum = 1, Maximum = 100)]
    public int ConjugateGradientSteps { get; init; } = 3;

    /// <summary>Factors that are solved at once by blocks.</summary>
    [Option("Factors that BlockCoordinates solves at once.", Minimum = 16, Maximum = 2048, MultipleOf = 16)]
    public int BlockSize { get; init; } = 64;

    /// <summary>The solver with its settings.</summary>
    internal RowSolver RowSolver => new(Solver, ConjugateGradientSteps, BlockSize);
}
