namespace RecTools.Algorithms;

/// <summary>How the systems of an alternating fit are solved, with the settings of each way.</summary>
/// <param name="Kind">The way.</param>
/// <param name="Steps">Steps of <see cref="AlsSolver.ConjugateGradient"/>.</param>
/// <param name="BlockSize">Factors in a block of <see cref="AlsSolver.BlockCoordinates"/>.</param>
internal readonly record struct RowSolver(AlsSolver Kind, int Steps = 3, int BlockSize = 64)
{
    /// <summary>Exactly, by Cholesky decomposition.</summary>
    public static RowSolver Exact { get; } = new(AlsSolver.Cholesky);

    /// <summary>Makes what solves the rows of one thread.</summary>
    /// <param name="width">Numbers of a row.</param>
    public IRowEquations Make(int width) => Kind switch
    {
        AlsSolver.Cholesky => new NormalEquations(width),
        AlsSolver.ConjugateGradient => new ConjugateGradient(width, Steps),
        _ => new BlockCoordinates(width, BlockSize),
    };

    /// <summary>Floating-point operations that an entry takes in half a sweep, roughly.</summary>
    /// <param name="width">Padded length of a row.</param>
    public double OperationsOfEntry(double width) => Kind switch
    {
        AlsSolver.Cholesky => width * (width + 16),
        AlsSolver.ConjugateGradient => 4 * width * (Steps + 1),
        _ => width * (Math.Min(width, VectorKernels.PaddedLength(BlockSize)) + 16),
    };

    /// <summary>Floating-point operations that a row takes in half a sweep, roughly, besides its entries.</summary>
    /// <param name="width">Padded length of a row.</param>
    /// <param name="hasBase">Whether all rows have a matrix in common.</param>
    public double OperationsOfRow(double width, bool hasBase)
    {
        var block = Math.Min(width, VectorKernels.PaddedLength(BlockSize));
        return Kind switch
        {
            AlsSolver.Cholesky => width * width * ((width / 3) + 4),
            AlsSolver.ConjugateGradient => hasBase ? 2 * width * width * (Steps + 1) : 0,
            _ => (width * block * ((block / 3) + 4)) + (hasBase ? 4 * width * width : 0),
        };
    }
}
