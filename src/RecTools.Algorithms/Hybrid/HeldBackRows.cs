namespace RecTools.Algorithms;

/// <summary>Cuts rows into folds, each of which is held back once while the others are learned from.</summary>
internal static class HeldBackRows
{
    /// <summary>Rows held back at most: weights of a few parts need no more.</summary>
    public const int MostRows = 1_000_000;

    private const ulong Stream = 7919;

    /// <summary>The folds.</summary>
    /// <param name="interactions">Users by items.</param>
    /// <param name="folds">How many, unless one alone has enough rows.</param>
    /// <param name="context">Seed, and times of the rows.</param>
    /// <returns>For each fold the rows to learn from and those held back, and what is known beside the former.</returns>
    public static IEnumerable<(TrainTest Rows, FitContext Context)> Folds(SparseMatrix interactions, int folds, FitContext context)
    {
        var order = Enumerable.Range(0, interactions.EntryCount).ToArray();
        new SeededRandom(context.Seed, Stream).Shuffle<int>(order);
        var foldOf = new int[order.Length];
        Array.Fill(foldOf, -1);
        var count = order.Length > MostRows ? 1 : folds;
        for (var i = 0; i < Math.Min(order.Length, MostRows); i++)
        {
            foldOf[order[i]] = i % count;
        }

        for (var fold = 0; fold < count; fold++)
        {
            var own = fold;
            var train = interactions.Where(entry => foldOf[entry] != own, out var kept);
            var days = context.Side.Days is { } all ? Array.ConvertAll(kept, entry => all[entry]) : null;

            // Baskets are those of all rows, and would tell what is held back.
            yield return (
                new TrainTest(train, interactions.Where(entry => foldOf[entry] == own, out _)),
                context with { Side = context.Side with { Days = days, Baskets = null } });
        }
    }
}
