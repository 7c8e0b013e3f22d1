namespace RecTools.Algorithms;

/// <summary>
/// Matrix factorisation of ratings by alternating least squares with weighted-lambda regularisation (Zhou, Wilkinson, Schreiber and Pan 2008)
/// and offsets of users and items (Koren, Bell and Volinsky 2009), which are solved together with the factors.
/// </summary>
/// <remarks>
/// Lowers sum over ratings of (r - mean - b(u) - b(i) - p(u)'q(i))^2 + the regularisation.
/// Users are solved last, so that somebody new with the same ratings gets the same factors.
/// </remarks>
public sealed class Als : RecommenderAlgorithm<AlsOptions>
{
    internal const string AlgorithmName = "Als";
    private const double StartDeviation = 0.1;

    /// <inheritdoc/>
    public override string Name => AlgorithmName;

    /// <inheritdoc/>
    public override string Summary => "Finds tastes in ratings by matrix factorisation; predicts the rating that somebody will give.";

    /// <inheritdoc/>
    public override FeedbackKind Feedback => FeedbackKind.Explicit;

    /// <inheritdoc/>
    public override bool EndsEarly => true;

    /// <inheritdoc/>
    public override IRecommender Load(BinaryReader reader, SparseMatrix interactions) => AlsModel.Load(reader);

    /// <inheritdoc/>
    public override IRecommender Fit(SparseMatrix interactions, AlsOptions options, FitContext context)
    {
        var byItem = interactions.Transpose();
        var mean = RatingMean.Of(interactions.Value);
        var users = new AlsSide(interactions.RowCount, options.Factors);
        var items = new AlsSide(interactions.ColumnCount, options.Factors);
        users.Vectors.Randomize(StartDeviation, context.Seed, 1);
        users.SetOnes();
        for (var sweep = 1; sweep <= options.Sweeps; sweep++)
        {
            var start = TimeProvider.System.GetTimestamp();
            Solve(byItem, mean, users, items, options, context.Workers);
            var loss = Solve(interactions, mean, items, users, options, context.Workers) + Penalty(byItem, items, options);
            if (!context.Report(new TrainingStep(sweep, loss, TimeProvider.System.GetElapsedTime(start).TotalSeconds), options.Sweeps))
            {
                break;
            }
        }

        return new AlsModel(mean, users, items, options);
    }

    /// <inheritdoc/>
    protected override FitEstimate Estimate(int userCount, int itemCount, long entryCount, AlsOptions options)
    {
        const int BytesOfEntry = sizeof(int) + sizeof(float);
        double width = VectorKernels.PaddedLength(options.Factors + 1);
        double rows = (double)userCount + itemCount;
        var ofEntry = options.RowSolver.OperationsOfEntry(width);
        var ofRow = options.RowSolver.OperationsOfRow(width, hasBase: false);
        return new FitEstimate(
            (entryCount * BytesOfEntry) + (long)((rows * ((width + 1) * sizeof(float) + sizeof(double))) + (itemCount * width * sizeof(float))),
            options.Sweeps * ((2 * entryCount * ofEntry) + (rows * ofRow)));
    }

    private static double Solve(SparseMatrix rows, float mean, AlsSide columns, AlsSide solution, AlsOptions options, Workers workers) => HalfSweep.Run(
        rows,
        columns.Vectors,
        solution.Vectors,
        new AlsProblem(mean, solution.Offsets, columns.Offsets, options),
        options.RowSolver,
        workers);

    private static double Penalty(SparseMatrix rows, AlsSide side, AlsOptions options)
    {
        var problem = new AlsProblem(0, [], [], options);
        double penalty = 0;
        for (var row = 0; row < side.Offsets.Length; row++)
        {
            double squares = 0;
            foreach (var value in side.Vectors.Row(row)[1..])
            {
                squares += (double)value * value;
            }

            penalty += (problem.Regularization(rows.CountOf(row)) * squares) + (options.BiasRegularization * side.Offsets[row] * side.Offsets[row]);
        }

        return penalty;
    }
}
