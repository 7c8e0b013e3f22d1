namespace RecTools.Algorithms;

/// <summary>
/// Predicts a rating as mean + offset of the user + offset of the item (Koren 2010, 'Factor in the neighbors', section 2.1):
/// some users rate higher than others, some items are rated higher than others, and nobody has a taste.
/// </summary>
/// <remarks>
/// The offsets lower sum (rating - prediction)^2 + ItemDamping x sum (item offset)^2 + UserDamping x sum (user offset)^2.
/// Items and users are solved exactly in turn, users last, so that a new user with the same ratings gets the same offset.
/// </remarks>
public sealed class Bias : RecommenderAlgorithm<BiasOptions>
{
    internal const string AlgorithmName = "Bias";
    private const int RowsInPiece = 256;

    /// <inheritdoc/>
    public override string Name => AlgorithmName;

    /// <inheritdoc/>
    public override string Summary => "Predicts ratings from how high a user rates and how high an item is rated; a baseline to compare others with.";

    /// <inheritdoc/>
    public override FeedbackKind Feedback => FeedbackKind.Explicit;

    /// <inheritdoc/>
    public override IRecommender Load(BinaryReader reader, SparseMatrix interactions) => BiasModel.Load(reader);

    /// <inheritdoc/>
    public override IRecommender Fit(SparseMatrix interactions, BiasOptions options, FitContext context) => FitOffsets(interactions, options, context);

    /// <summary>As <see cref="Fit(SparseMatrix, BiasOptions, FitContext)"/>, for algorithms that build on the offsets. Endless damping keeps the offsets of a side at 0.</summary>
    internal static BiasModel FitOffsets(SparseMatrix interactions, BiasOptions options, FitContext context)
    {
        var byItem = interactions.Transpose();
        var mean = RatingMean.Of(interactions.Value);
        var users = new float[interactions.RowCount];
        var items = new float[interactions.ColumnCount];
        for (var round = 1; round <= options.Rounds; round++)
        {
            var start = TimeProvider.System.GetTimestamp();
            Solve(byItem, mean, users, items, options.ItemDamping, context.Workers);
            var loss = Solve(interactions, mean, items, users, options.UserDamping, context.Workers)
                + (options.ItemDamping * SquaresOf(items)) + (options.UserDamping * SquaresOf(users));
            context.Report(new TrainingStep(round, loss, TimeProvider.System.GetElapsedTime(start).TotalSeconds), options.Rounds);
        }

        return new BiasModel(mean, users, items, options.UserDamping);
    }

    /// <inheritdoc/>
    protected override FitEstimate Estimate(int userCount, int itemCount, long entryCount, BiasOptions options)
    {
        const int BytesOfEntry = sizeof(int) + sizeof(float);
        const int OperationsOfEntry = 8;
        var rows = (long)userCount + itemCount;
        return new FitEstimate(
            (entryCount * BytesOfEntry) + (rows * (sizeof(float) + sizeof(double))) + ((long)itemCount * 2 * sizeof(int)),
            options.Rounds * ((double)OperationsOfEntry * entryCount + rows));
    }

    /// <summary>Finds the offset of each row, given those of the columns.</summary>
    /// <returns>Sum of the squared errors afterwards, in the order of the rows.</returns>
    private static double Solve(SparseMatrix rows, float mean, float[] columnOffset, float[] rowOffset, double damping, Workers workers)
    {
        var loss = new double[rows.RowCount];
        workers.ForEachPiece(rows.RowCount, RowsInPiece, (from, to) =>
        {
            for (var row = from; row < to; row++)
            {
                var columns = rows.ColumnsOf(row);
                var values = rows.ValuesOf(row);
                rowOffset[row] = BiasModel.OffsetOf(columns, values, mean, columnOffset, damping);
                for (var i = 0; i < columns.Length; i++)
                {
                    var error = (double)values[i] - mean - columnOffset[columns[i]] - rowOffset[row];
                    loss[row] += error * error;
                }
            }
        });
        return loss.Sum();
    }

    private static double SquaresOf(float[] offsets)
    {
        double sum = 0;
        foreach (var offset in offsets)
        {
            sum += (double)offset * offset;
        }

        return sum;
    }
}
