namespace RecTools.Algorithms;

/// <summary>
/// Matrix factorisation of clicks, views and purchases by alternating least squares (Hu, Koren and Volinsky 2008), with the unobserved weight and the
/// scaled regularisation of 'Revisiting the Performance of iALS on Item Recommendation Benchmarks' (Rendle, Krichene, Zhang and Koren 2021).
/// </summary>
/// <remarks>
/// Lowers sum over rows of alpha v (1 - x'y)^2 + unobserved weight x sum over all other pairs of (x'y)^2 + the regularisation. Values below 0 count as 0.
/// Users are solved last, so that somebody new with the same rows gets the same factors.
/// </remarks>
public sealed class ImplicitAls : RecommenderAlgorithm<ImplicitAlsOptions>
{
    internal const string AlgorithmName = "ImplicitAls";
    private const double StartDeviation = 0.1;

    /// <inheritdoc/>
    public override string Name => AlgorithmName;

    /// <inheritdoc/>
    public override string Summary => "Finds tastes in clicks, views and purchases by matrix factorisation; ranks what somebody will want next.";

    /// <inheritdoc/>
    public override FeedbackKind Feedback => FeedbackKind.Implicit;

    /// <inheritdoc/>
    public override bool EndsEarly => true;

    /// <inheritdoc/>
    public override IRecommender Load(BinaryReader reader, SparseMatrix interactions) => ImplicitAlsModel.Load(reader);

    /// <inheritdoc/>
    public override IRecommender Fit(SparseMatrix interactions, ImplicitAlsOptions options, FitContext context)
    {
        var byItem = interactions.Transpose();
        var users = new FactorMatrix(interactions.RowCount, options.Factors);
        var items = new FactorMatrix(interactions.ColumnCount, options.Factors);
        users.Randomize(StartDeviation / Math.Sqrt(options.Factors), context.Seed, 1);
        for (var sweep = 1; sweep <= options.Sweeps; sweep++)
        {
            var start = TimeProvider.System.GetTimestamp();
            Solve(byItem, users, items, options, context.Workers);
            var loss = Solve(interactions, items, users, options, context.Workers) + Penalty(byItem, items, options);
            if (!context.Report(new TrainingStep(sweep, loss, TimeProvider.System.GetElapsedTime(start).TotalSeconds), options.Sweeps))
            {
                break;
            }
        }

        return new ImplicitAlsModel(users, items, options, context.Workers);
    }

    /// <summary>The problem of the rows, given the columns' factors.</summary>
    internal static ImplicitAlsProblem ProblemOf(FactorMatrix columns, ImplicitAlsOptions options, Workers workers)
    {
        var gram = columns.Gram(workers);
        var order = columns.Stride;
        for (var i = 0; i < gram.Length; i++)
        {
            gram[i] *= (float)options.UnobservedWeight;
        }

        // Solvers other than the exact one read whole rows, of which the kernel has made the upper tiles.
        for (var row = 0; row < order; row++)
        {
            for (var column = 0; column < row; column++)
            {
                gram[(row * order) + column] = gram[(column * order) + row];
            }
        }

        return new ImplicitAlsProblem(gram, columns.Rows, options);
    }

    /// <inheritdoc/>
    protected override FitEstimate Estimate(int userCount, int itemCount, long entryCount, ImplicitAlsOptions options)
    {
        const int BytesOfEntry = sizeof(int) + sizeof(float);
        double width = VectorKernels.PaddedLength(options.Factors);
        double rows = (double)userCount + itemCount;
        var ofEntry = options.RowSolver.OperationsOfEntry(width);
        var ofRow = options.RowSolver.OperationsOfRow(width, hasBase: true);
        return new FitEstimate(
            (entryCount * BytesOfEntry) + (long)(rows * ((width * sizeof(float)) + sizeof(double)) + (itemCount * width * sizeof(float)) + (40 * width * width * sizeof(float))),
            options.Sweeps * ((2 * entryCount * ofEntry) + (rows * (ofRow + (width * width)))));
    }

    private static double Solve(SparseMatrix rows, FactorMatrix columns, FactorMatrix solution, ImplicitAlsOptions options, Workers workers) =>
        HalfSweep.Run(rows, columns, solution, ProblemOf(columns, options, workers), options.RowSolver, workers);

    private static double Penalty(SparseMatrix rows, FactorMatrix factors, ImplicitAlsOptions options)
    {
        var problem = new ImplicitAlsProblem([], rows.ColumnCount, options);
        double penalty = 0;
        for (var row = 0; row < factors.Rows; row++)
        {
            double squares = 0;
            foreach (var value in factors.Row(row))
            {
                squares += (double)value * value;
            }

            penalty += problem.Regularization(rows.CountOf(row)) * squares;
        }

        return penalty;
    }
}
