namespace RecTools.Algorithms;

/// <summary>Cuts the rows of each user into folds, each of which is held back once while the others are learned from.</summary>
/// <remarks>The only row of a user is never held back; every other one is once. The choice depends on the rows, the number of folds and the seed alone.</remarks>
public sealed class ValidationFolds
{
    /// <summary>The most folds there can be.</summary>
    public const int MostFolds = 100;

    private const ulong Stream = 0xf01d;
    private const byte Never = byte.MaxValue;
    private readonly SparseMatrix interactions;
    private readonly byte[] foldOf;

    /// <summary>Deals the rows out.</summary>
    /// <param name="interactions">Users by items.</param>
    /// <param name="count">How many folds, 2 to <see cref="MostFolds"/>.</param>
    /// <param name="seed">Start of the random draws.</param>
    public ValidationFolds(SparseMatrix interactions, int count, long seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, MostFolds);
        this.interactions = interactions;
        Count = count;
        foldOf = new byte[interactions.EntryCount];
        for (var user = 0; user < interactions.RowCount; user++)
        {
            var own = foldOf.AsSpan(interactions.RowStart[user], interactions.CountOf(user));
            var random = new SeededRandom(seed, unchecked(Stream + ((ulong)user << 16)));

            // Folds of users with few rows begin anywhere, or the first folds would get them all.
            var first = random.Next(count);
            for (var i = 0; i < own.Length; i++)
            {
                own[i] = own.Length == 1 ? Never : (byte)((first + i) % count);
            }

            random.Shuffle(own);
        }
    }

    /// <summary>How many there are.</summary>
    public int Count { get; }

    /// <summary>The rows to learn from and those held back in one of them.</summary>
    /// <param name="fold">Number of the fold, from 0.</param>
    public TrainTest Of(int fold)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(fold, Count);
        return new TrainTest(interactions.Where(entry => foldOf[entry] != fold, out _), interactions.Where(entry => foldOf[entry] == fold, out _));
    }
}
