using System.Buffers;
using System.Globalization;
using System.Numerics.Tensors;

namespace RecTools.Algorithms;

/// <summary>
/// Scores of several parts, weighted and added. Ratings: constant + sum of weight x predicted rating, clipped to the range of ratings. Lists: sum of weight x the
/// distance of a score from the mean of the user's scores in deviations.
/// </summary>
internal sealed class BlendModel : IRecommender, IHybridModel, IFitFacts
{
    private const int UsersInPiece = 16;
    private readonly PartModels parts;
    private readonly SparseMatrix interactions;
    private readonly double[] weights;
    private readonly float constant;
    private readonly (float Least, float Most)? range;
    private readonly ScoreScale[] scales;
    private readonly float[][] empty;
    private readonly ScoreScale[] scalesOfNobody;

    private BlendModel(PartModels parts, SparseMatrix interactions, double[] weights, double constant, (float Least, float Most)? range, ScoreScale[] scales)
    {
        this.parts = parts;
        this.interactions = interactions;
        this.weights = weights;
        this.constant = (float)constant;
        this.range = range;
        this.scales = scales;
        empty = new float[parts.Count][];
        for (var part = 0; part < parts.Count; part++)
        {
            parts[part].ScoreNewUser([], [], empty[part] = new float[ItemCount]);
        }

        scalesOfNobody = Array.ConvertAll(empty, scores => ScoreScale.Of(scores));
    }

    /// <inheritdoc/>
    public int UserCount => interactions.RowCount;

    /// <inheritdoc/>
    public int ItemCount => interactions.ColumnCount;

    /// <inheritdoc/>
    public bool PredictsRatings => range is not null;

    /// <inheritdoc/>
    public IReadOnlyList<string> PartNames => parts.Names;

    /// <inheritdoc/>
    public IReadOnlyList<(string Name, double Value)> Facts => [.. parts.Names.Select((name, part) => ($"Weight of {name}", weights[part]))];

    /// <summary>Puts fitted parts together.</summary>
    /// <param name="parts">The parts.</param>
    /// <param name="interactions">What they were fitted on.</param>
    /// <param name="weights">Weight of each.</param>
    /// <param name="constant">What is added for ratings.</param>
    /// <param name="range">Least and largest rating; null for lists.</param>
    /// <param name="workers">Threads and cancellation.</param>
    public static BlendModel Make(PartModels parts, SparseMatrix interactions, double[] weights, double constant, (float Least, float Most)? range, Workers workers)
    {
        var scales = range is null ? new ScoreScale[interactions.RowCount * parts.Count] : [];
        workers.ForEachPiece(range is null ? interactions.RowCount : 0, UsersInPiece, () => new float[interactions.ColumnCount], (from, to, scores) =>
        {
            for (var user = from; user < to; user++)
            {
                for (var part = 0; part < parts.Count; part++)
                {
                    parts[part].Score(user, 1, scores);
                    scales[(user * parts.Count) + part] = ScoreScale.Of(scores);
                }
            }
        });
        return new BlendModel(parts, interactions, weights, constant, range, scales);
    }

    /// <summary>Reads back what <see cref="Save"/> wrote behind the header.</summary>
    public static BlendModel Load(BinaryReader reader, SparseMatrix interactions)
    {
        var weights = ModelContent.ReadArray<double>(reader);
        var constant = reader.ReadSingle();
        (float, float)? range = reader.ReadBoolean() ? (reader.ReadSingle(), reader.ReadSingle()) : null;
        var scales = ModelContent.ReadArray<ScoreScale>(reader);
        var parts = PartModels.Load(reader, interactions);
        return weights.Length == parts.Count && scales.Length == (range is null ? interactions.RowCount * parts.Count : 0)
            ? new BlendModel(parts, interactions, weights, constant, range, scales)
            : throw new InvalidDataException("The weights of the hybrid are not those of its parts.");
    }

    /// <inheritdoc/>
    public void Save(BinaryWriter writer)
    {
        ModelContent.WriteHeader(writer, Hybrid.AlgorithmName, PartModels.FormatVersion);
        writer.Write(false);
        ModelContent.WriteArray<double>(writer, weights);
        writer.Write(constant);
        writer.Write(range is not null);
        if (range is { } known)
        {
            writer.Write(known.Least);
            writer.Write(known.Most);
        }

        ModelContent.WriteArray<ScoreScale>(writer, scales);
        parts.Save(writer);
    }

    /// <inheritdoc/>
    public float Predict(int user, int item)
    {
        if (item < 0 && range is null)
        {
            return 0;
        }

        var sum = StartOf(user);
        for (var part = 0; part < parts.Count; part++)
        {
            sum = MathF.FusedMultiplyAdd(Clip(user < 0 && item >= 0 ? empty[part][item] : parts[part].Predict(user, item)), FactorOf(user, part), sum);
        }

        return sum;
    }

    /// <inheritdoc/>
    public void Score(int firstUser, int userCount, Span<float> scores)
    {
        var room = ArrayPool<float>.Shared.Rent(userCount * ItemCount);
        var own = room.AsSpan(0, userCount * ItemCount);
        for (var i = 0; i < userCount; i++)
        {
            scores.Slice(i * ItemCount, ItemCount).Fill(StartOf(firstUser + i));
        }

        for (var part = 0; part < parts.Count; part++)
        {
            parts[part].Score(firstUser, userCount, own);
            Clip(own);
            for (var i = 0; i < userCount; i++)
            {
                ScoreScale.Add(own.Slice(i * ItemCount, ItemCount), FactorOf(firstUser + i, part), scores.Slice(i * ItemCount, ItemCount));
            }
        }

        ArrayPool<float>.Shared.Return(room);
    }

    /// <inheritdoc/>
    public void ScoreNewUser(ReadOnlySpan<int> items, ReadOnlySpan<float> values, Span<float> scores) => ScoreChangedUser(-1, items, values, scores);

    /// <inheritdoc/>
    public void ScoreChangedUser(int user, ReadOnlySpan<int> items, ReadOnlySpan<float> values, Span<float> scores)
    {
        var fresh = NewScores(user, items, values);
        scores[..ItemCount].Fill(fresh.Start);
        for (var part = 0; part < parts.Count; part++)
        {
            ScoreScale.Add(fresh.Scores[part], fresh.Scales[part].Factor, scores[..ItemCount]);
        }
    }

    /// <inheritdoc/>
    public ScoredItem[] SimilarItems(int item, int count)
    {
        var sums = new float[ItemCount];
        Array.Fill(sums, float.NegativeInfinity);
        for (var part = 0; part < parts.Count; part++)
        {
            foreach (var other in weights[part] > 0 ? parts[part].SimilarItems(item, Math.Max(count, 0) * 2) : [])
            {
                sums[other.Item] = MathF.FusedMultiplyAdd((float)weights[part], other.Score, float.IsNegativeInfinity(sums[other.Item]) ? 0 : sums[other.Item]);
            }
        }

        var room = new ScoredItem[Math.Clamp(count, 0, ItemCount)];
        return room[..TopItems.Select(sums, [item], room)];
    }

    /// <inheritdoc/>
    /// <remarks>What each part adds to the score; for ratings the constant comes on top.</remarks>
    public Contribution[][] Explain(
        int user, ReadOnlySpan<int> historyItems, ReadOnlySpan<float> historyValues, ReadOnlySpan<int> items, int count) =>
        Explain(
            user, user < 0 || !historyItems.SequenceEqual(interactions.ColumnsOf(user)) ? NewScores(user, historyItems, historyValues) : default,
            historyItems, historyValues, items, count);

    /// <inheritdoc/>
    public Contribution[][] ExplainChangedUser(
        int user, ReadOnlySpan<int> historyItems, ReadOnlySpan<float> historyValues, ReadOnlySpan<int> items, int count) =>
        Explain(user, NewScores(user, historyItems, historyValues), historyItems, historyValues, items, count);

    /// <inheritdoc/>
    public string Describe(int item) => Shares(weights);

    /// <inheritdoc/>
    public string Describe(int user, int item) => user < 0
        ? Describe(item)
        : Shares([.. Enumerable.Range(0, parts.Count).Select(part => (double)((Clip(parts[part].Predict(user, item)) * FactorOf(user, part)) + ShiftOf(user, part)))]);

    /// <inheritdoc/>
    /// <remarks>What the part that adds most rests on.</remarks>
    public ReasonKind KindOf(int user, int item, ReadOnlySpan<Contribution> parts) => parts is [{ Kind: { } kind }, ..] ? kind : ReasonKind.Model;

    // From scores of another history than the one that the parts know the user by, where there are some.
    private Contribution[][] Explain(
        int user, FreshScores fresh, ReadOnlySpan<int> historyItems, ReadOnlySpan<float> historyValues, ReadOnlySpan<int> items, int count)
    {
        var explained = new Contribution[items.Length][];
        for (var i = 0; i < items.Length; i++)
        {
            var added = new Contribution[parts.Count];
            for (var part = 0; part < parts.Count; part++)
            {
                var score = fresh.Scores is { } own
                    ? (own[part][items[i]] * fresh.Scales[part].Factor) + fresh.Scales[part].Shift
                    : (Clip(parts[part].Predict(user, items[i])) * FactorOf(user, part)) + ShiftOf(user, part);
                added[part] = new Contribution(-1, score, Part: part);
            }

            explained[i] = [.. added.OrderByDescending(part => part.Score).ThenBy(part => part.Part).Take(Math.Max(0, count))];
        }

        LeadingParts.Ask(parts, user, fresh.Scores is null, historyItems, historyValues, items, explained);
        return explained;
    }

    // Before anything is added: the constant, or what the standardisation of all parts takes away.
    private float StartOf(int user)
    {
        var sum = constant;
        for (var part = 0; part < parts.Count; part++)
        {
            sum += ShiftOf(user, part);
        }

        return sum;
    }

    private float FactorOf(int user, int part) => range is null ? ScaleOf(user, part).Weighted(weights[part]).Factor : (float)weights[part];

    private float ShiftOf(int user, int part) => range is null ? ScaleOf(user, part).Weighted(weights[part]).Shift : 0;

    private ScoreScale ScaleOf(int user, int part) => user < 0 ? scalesOfNobody[part] : scales[(user * parts.Count) + part];

    private float Clip(float score) => range is { } known ? Math.Clamp(score, known.Least, known.Most) : score;

    private void Clip(Span<float> scores)
    {
        if (range is { } known)
        {
            TensorPrimitives.Clamp(scores, known.Least, known.Most, scores);
        }
    }

    private FreshScores NewScores(int user, ReadOnlySpan<int> items, ReadOnlySpan<float> values)
    {
        var (scores, scaled) = (new float[parts.Count][], new (float Factor, float Shift)[parts.Count]);
        for (var part = 0; part < parts.Count; part++)
        {
            var own = scores[part] = new float[ItemCount];
            if (user < 0)
            {
                parts[part].ScoreNewUser(items, values, own);
            }
            else
            {
                parts[part].ScoreChangedUser(user, items, values, own);
            }

            scaled[part] = range is null ? ScoreScale.Of(own).Weighted(weights[part]) : ((float)weights[part], 0);
            Clip(own);
        }

        var start = constant;
        foreach (var (_, shift) in scaled)
        {
            start += shift;
        }

        return new FreshScores(scores, scaled, start);
    }

    private string Shares(IReadOnlyList<double> added)
    {
        var whole = added.Sum(value => Math.Max(0, value));
        var named = parts.Names.Zip(added).Where(pair => pair.Second > 0 && pair.Second >= 0.005 * whole).OrderByDescending(pair => pair.Second)
            .Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.First} {pair.Second / whole * 100:0} %"));
        return string.Join(", ", named) is { Length: > 0 } text ? text : "the best of what no part recommends";
    }

    // Scores of each part from a history, how they are weighed, and what the sum of all begins with.
    private readonly record struct FreshScores(float[][] Scores, (float Factor, float Shift)[] Scales, float Start);
}
