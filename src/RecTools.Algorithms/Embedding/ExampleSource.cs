namespace RecTools.Algorithms;

/// <summary>Deals out the examples of an epoch.</summary>
internal interface IExampleSource
{
    /// <summary>Examples of an epoch.</summary>
    long Count { get; }

    /// <summary>Puts them in a new order.</summary>
    /// <param name="epoch">Number of the epoch, from 1.</param>
    void Shuffle(int epoch);

    /// <summary>Fills a piece of a batch; different pieces may be filled at once.</summary>
    void Fill(TrainingBatch batch, int from, int to);
}

/// <summary>Each entry is an example with its value for a target.</summary>
/// <param name="entries">Users by items.</param>
/// <param name="seed">Start of the draws.</param>
internal sealed class RatingExamples(SparseMatrix entries, long seed) : IExampleSource
{
    private readonly ShuffledEntries shuffled = new(entries, seed);

    /// <inheritdoc/>
    public long Count => entries.EntryCount;

    /// <inheritdoc/>
    public void Shuffle(int epoch) => shuffled.Shuffle(epoch);

    /// <inheritdoc/>
    public void Fill(TrainingBatch batch, int from, int to)
    {
        for (var example = from; example < to; example++)
        {
            var entry = shuffled.Order[batch.First + example];
            batch.Users[example] = shuffled.UserOf[entry];
            batch.Items[example] = entries.Column[entry];
            batch.Targets[example] = entries.Value[entry];
        }
    }
}

/// <summary>Each entry is an example with target 1, followed by some with target 0: the same user with items that he does not have.</summary>
/// <param name="entries">Users by items.</param>
/// <param name="negatives">Items without an entry for each entry.</param>
/// <param name="seed">Start of the draws.</param>
internal sealed class SampledExamples(SparseMatrix entries, int negatives, long seed) : IExampleSource
{
    private const ulong Stream = 3UL << 56;
    private const int MostDraws = 64;
    private readonly ShuffledEntries shuffled = new(entries, seed);
    private int epoch;

    /// <inheritdoc/>
    public long Count => (long)entries.EntryCount * (negatives + 1);

    /// <inheritdoc/>
    public void Shuffle(int epoch) => shuffled.Shuffle(this.epoch = epoch);

    /// <inheritdoc/>
    public void Fill(TrainingBatch batch, int from, int to)
    {
        var random = new SeededRandom(seed, Stream + ((ulong)epoch << 40) + (ulong)(batch.First + from));
        for (var example = from; example < to; example++)
        {
            var (number, part) = Math.DivRem(batch.First + example, negatives + 1);
            var entry = shuffled.Order[number];
            var user = shuffled.UserOf[entry];
            batch.Users[example] = user;
            (batch.Items[example], batch.Targets[example]) =
                part > 0 && TryDraw(entries.ColumnsOf(user), entries.ColumnCount, ref random) is { } item ? (item, 0) : (entries.Column[entry], 1);
        }
    }

    /// <summary>Draws an item that is not in a history; null where nearly everything is.</summary>
    internal static int? TryDraw(ReadOnlySpan<int> history, int itemCount, ref SeededRandom random)
    {
        for (var draw = 0; draw < MostDraws; draw++)
        {
            var item = random.Next(itemCount);
            if (history.BinarySearch(item) < 0)
            {
                return item;
            }
        }

        return null;
    }
}

/// <summary>Entries of a matrix in random order.</summary>
internal sealed class ShuffledEntries
{
    private const ulong Stream = 1UL << 56;
    private readonly long seed;

    /// <summary>Begins with the order of the matrix.</summary>
    public ShuffledEntries(SparseMatrix entries, long seed)
    {
        this.seed = seed;
        Order = new int[entries.EntryCount];
        UserOf = new int[entries.EntryCount];
        for (var user = 0; user < entries.RowCount; user++)
        {
            for (var entry = entries.RowStart[user]; entry < entries.RowStart[user + 1]; entry++)
            {
                (Order[entry], UserOf[entry]) = (entry, user);
            }
        }
    }

    /// <summary>Numbers of the entries.</summary>
    public int[] Order { get; }

    /// <summary>User of each entry, by number of the entry.</summary>
    public int[] UserOf { get; }

    /// <summary>Puts the entries in another order, from the one before.</summary>
    public void Shuffle(int epoch) => new SeededRandom(seed, Stream + (ulong)epoch).Shuffle<int>(Order);
}
