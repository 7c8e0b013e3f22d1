namespace RecTools.Algorithms;

/// <summary>For users with rows held back, the items that any part puts near the top, with the standardised scores of all parts: all that weights can bring into a list.</summary>
internal sealed class CandidatePool
{
    /// <summary>Items of each part that count.</summary>
    private const int TopOfPart = 50;

    // Weights of a few parts need no more users, and searching them goes over all again and again.
    private const int MostUsers = 20_000;
    private const int UsersInPiece = 16;
    private const int K = 10;
    private static readonly Ndcg Metric = new();
    private readonly float[][] scores;
    private readonly bool[][] isRelevant;
    private readonly int[] relevantCount;
    private readonly int parts;

    private CandidatePool(float[][] scores, bool[][] isRelevant, int[] relevantCount, int parts) =>
        (this.scores, this.isRelevant, this.relevantCount, this.parts) = (scores, isRelevant, relevantCount, parts);

    /// <summary>Users in it.</summary>
    public int UserCount => scores.Length;

    /// <summary>Collects the candidates.</summary>
    /// <param name="models">The parts, fitted on the training rows.</param>
    /// <param name="rows">Rows to learn from, and those held back.</param>
    /// <param name="workers">Threads and cancellation.</param>
    public static CandidatePool Make(PartModels models, TrainTest rows, Workers workers)
    {
        int[] users = [.. Enumerable.Range(0, rows.Test.RowCount).Where(user => rows.Test.CountOf(user) > 0 && rows.Train.CountOf(user) > 0).Take(MostUsers)];
        var scores = new float[users.Length][];
        var isRelevant = new bool[users.Length][];
        workers.ForEachPiece(users.Length, UsersInPiece, () => new Scratch(models.Count, rows.Train.ColumnCount), (from, to, scratch) =>
        {
            for (var i = from; i < to; i++)
            {
                var items = scratch.Collect(models, users[i], rows.Train.ColumnsOf(users[i]));
                scores[i] = new float[items.Count * models.Count];
                isRelevant[i] = new bool[items.Count];
                var relevant = rows.Test.ColumnsOf(users[i]);
                for (var place = 0; place < items.Count; place++)
                {
                    isRelevant[i][place] = relevant.BinarySearch(items[place]) >= 0;
                    for (var part = 0; part < models.Count; part++)
                    {
                        scores[i][(part * items.Count) + place] = scratch.Scores[part][items[place]];
                    }
                }
            }
        });
        return new CandidatePool(scores, isRelevant, Array.ConvertAll(users, rows.Test.CountOf), models.Count);
    }

    /// <summary>Sum of nDCG@10 over the users with some weights.</summary>
    public double Measure(double[] weights, Workers workers)
    {
        var found = new double[UserCount];
        workers.ForEachPiece(UserCount, UsersInPiece, () => new ScoredItem[K], (from, to, best) =>
        {
            Span<bool> hits = stackalloc bool[K];
            for (var user = from; user < to; user++)
            {
                var count = isRelevant[user].Length;
                var blended = new float[count];
                for (var part = 0; part < parts; part++)
                {
                    ScoreScale.Add(scores[user].AsSpan(part * count, count), (float)weights[part], blended);
                }

                var length = TopItems.Select(blended, [], best);
                for (var place = 0; place < length; place++)
                {
                    hits[place] = isRelevant[user][best[place].Item];
                }

                found[user] = Metric.Measure(hits[..length], relevantCount[user], K);
            }
        });
        return found.Sum();
    }

    /// <summary>Room that each thread makes once.</summary>
    private sealed class Scratch(int parts, int items)
    {
        private readonly ScoredItem[] best = new ScoredItem[Math.Min(TopOfPart, items)];

        /// <summary>Standardised scores of each part.</summary>
        public float[][] Scores { get; } = [.. Enumerable.Range(0, parts).Select(_ => new float[items])];

        /// <summary>Scores all items, and collects the best of each part, ascending.</summary>
        public List<int> Collect(PartModels models, int user, ReadOnlySpan<int> seen)
        {
            var found = new SortedSet<int>();
            for (var part = 0; part < parts; part++)
            {
                var own = Scores[part];
                models[part].Score(user, 1, own);
                var (factor, shift) = ScoreScale.Of(own).Weighted(1);
                for (var item = 0; item < own.Length; item++)
                {
                    own[item] = MathF.FusedMultiplyAdd(own[item], factor, shift);
                }

                foreach (var entry in best.AsSpan(0, TopItems.Select(own, seen, best)))
                {
                    found.Add(entry.Item);
                }
            }

            return [.. found];
        }
    }
}
