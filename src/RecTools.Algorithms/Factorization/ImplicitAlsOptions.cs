namespace RecTools.Algorithms;

/// <summary>Settings of <see cref="ImplicitAls"/>.</summary>
public sealed record ImplicitAlsOptions
{
    /// <summary>Numbers a user and an item are described by.</summary>
    [Option("How many numbers describe a user and an item; more find finer tastes and need more data and time.", Minimum = 1, Maximum = 2048)]
    [SearchRange(16, 256, Log = true)]
    public int Factors { get; init; } = 64;

    /// <summary>Sweeps over items and users.</summary>
    [Option("How often items and users are fitted in turn.", Minimum = 1, Maximum = 1000)]
    public int Sweeps { get; init; } = 15;

    /// <summary>Weight of the regularisation.</summary>
    [Option("How strongly factors are drawn to 0; larger for fewer data.", Minimum = 0, Maximum = 1e6)]
    [SearchRange(0.001, 1, Log = true)]
    public double Regularization { get; init; } = 0.02;

    /// <summary>Exponent of the regularisation's scaling.</summary>
    [Option("0: every user and item is drawn to 0 alike; 1: in proportion to its rows and to the weight of all that it has no rows with.", Minimum = 0, Maximum = 1)]
    public double RegularizationExponent { get; init; } = 1;

    /// <summary>Weight of a pair that has a row, for each unit of its value.</summary>
    [Option("How much a row counts, times its value.", Minimum = 1e-6, Maximum = 1e6)]
    public double Alpha { get; init; } = 1;

    /// <summary>Weight of a pair that has none.</summary>
    [Option("How much it counts that a user has no row with an item; 0.01 to 1, smaller for longer lists of items.", Minimum = 1e-6, Maximum = 1e3)]
    [SearchRange(0.01, 2, Log = true)]
    public double UnobservedWeight { get; init; } = 0.15;

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
