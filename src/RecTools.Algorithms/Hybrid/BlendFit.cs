namespace RecTools.Algorithms;

/// <summary>Learns the weights of a blend on rows held back, and then fits its parts on all rows.</summary>
internal static class BlendFit
{
    /// <summary>Fits.</summary>
    /// <param name="interactions">Users by items.</param>
    /// <param name="parts">The parts.</param>
    /// <param name="folds">Into how many folds the rows are cut.</param>
    /// <param name="ratings">Whether ratings are predicted rather than items ranked.</param>
    /// <param name="context">Threads, seed, observer.</param>
    public static BlendModel Fit(SparseMatrix interactions, IReadOnlyList<HybridPart> parts, int folds, bool ratings, FitContext context)
    {
        var done = 0;
        var pools = new List<CandidatePool>();
        var (columns, target) = (parts.Select(_ => new List<float>()).ToArray(), new List<float>());
        var range = RangeOf(interactions.Value);
        foreach (var (rows, own) in parts.Count > 1 ? HeldBackRows.Folds(interactions, folds, context) : [])
        {
            context.Workers.Cancellation.ThrowIfCancellationRequested();
            var models = PartModels.Fit(parts, rows.Train, ratings, own);
            if (ratings)
            {
                Predict(models, rows.Test, range, columns, target, context.Workers);
            }
            else
            {
                pools.Add(CandidatePool.Make(models, rows, context.Workers));
            }

            context.Observer.Progress("Fit", ++done, folds + 1);
        }

        var (weights, constant) = parts.Count == 1 ? ([1], 0)
            : ratings ? NonNegativeLeastSquares.Solve([.. columns.Select(column => column.ToArray())], [.. target])
            : (RankingWeights.Find(pools, parts.Count, context.Workers), 0);
        var all = PartModels.Fit(parts, interactions, ratings, context);
        return BlendModel.Make(all, interactions, weights, constant, ratings ? range : null, context.Workers);
    }

    private static void Predict(
        PartModels models, SparseMatrix test, (float Least, float Most) range, List<float>[] columns, List<float> target, Workers workers)
    {
        const int UsersInPiece = 16;
        for (var part = 0; part < models.Count; part++)
        {
            var predicted = new float[test.EntryCount];
            var model = models[part];
            workers.ForEachPiece(test.RowCount, UsersInPiece, (from, to) =>
            {
                for (var user = from; user < to; user++)
                {
                    for (var i = test.RowStart[user]; i < test.RowStart[user + 1]; i++)
                    {
                        predicted[i] = Math.Clamp(model.Predict(user, test.Column[i]), range.Least, range.Most);
                    }
                }
            });
            columns[part].AddRange(predicted);
        }

        target.AddRange(test.Value);
    }

    private static (float Least, float Most) RangeOf(float[] values) => values.Length == 0 ? (0, 0) : (values.Min(), values.Max());
}
