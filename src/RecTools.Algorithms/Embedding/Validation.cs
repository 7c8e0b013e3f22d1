namespace RecTools.Algorithms;

/// <summary>Measures weights on rows that are not learned from: the RMSE of ratings, nDCG@10 of rankings.</summary>
/// <param name="train">The rows that are learned from.</param>
/// <param name="heldBack">The rows to measure on.</param>
/// <param name="features">Features of the items; null for none.</param>
/// <param name="scale">What the output means.</param>
/// <param name="options">Settings.</param>
/// <param name="workers">Threads.</param>
internal sealed class Validation(
    SparseMatrix train, SparseMatrix heldBack, SparseMatrix? features, OutputScale scale, EmbeddingOptions options, Workers workers)
{
    private const int ListLength = 10;
    private const int LeastRows = 100;
    private const int MostRankedUsers = 1000;
    private static readonly EvaluationOptions NoResamples = new() { Resamples = 0 };
    private readonly SparseMatrix measured = scale.Aim == EmbeddingAim.Implicit ? OfFewUsers(heldBack) : heldBack;

    /// <summary>Name of the measure.</summary>
    public string Name => scale.Aim == EmbeddingAim.Implicit ? "nDCG" : "RMSE";

    /// <summary>Cuts rows in a part to learn from and one to measure on; null for that one where there would be too few.</summary>
    public static (SparseMatrix Train, SparseMatrix? HeldBack) Split(SparseMatrix rows, double share, long seed)
    {
        if (rows.EntryCount * share < LeastRows)
        {
            return (rows, null);
        }

        var split = Splits.Make(rows, null, SplitKind.RandomRow, share, seed);
        return (split.Train, split.Test);
    }

    /// <summary>The measure, with a sign so that lower is better; null where there is nothing to measure on.</summary>
    public double? ErrorOf(EmbeddingWeights weights)
    {
        var model = EmbeddingModel.Of(weights, features, scale, options);
        var metrics = scale.Aim == EmbeddingAim.Implicit
            ? RankingEvaluation.Measure(model, train, measured, ListLength, NoResamples, workers, 0)
            : RatingEvaluation.Measure(model, train, measured, NoResamples, workers, 0);
        var value = metrics.FirstOrDefault(metric => metric.Name == Name)?.Value;
        return scale.Aim == EmbeddingAim.Implicit ? -value : value;
    }

    // Ranking everything for everybody after each epoch would take longer than the epoch: every n-th user must do.
    private static SparseMatrix OfFewUsers(SparseMatrix rows)
    {
        var every = (rows.RowCount + MostRankedUsers - 1) / MostRankedUsers;
        var start = new int[rows.RowCount + 1];
        var (columns, values) = (new List<int>(), new List<float>());
        for (var user = 0; user < rows.RowCount; user++)
        {
            if (user % every == 0)
            {
                columns.AddRange(rows.ColumnsOf(user));
                values.AddRange(rows.ValuesOf(user));
            }

            start[user + 1] = columns.Count;
        }

        return new SparseMatrix(rows.ColumnCount, start, [.. columns], [.. values]);
    }
}
