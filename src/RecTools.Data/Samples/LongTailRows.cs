namespace RecTools.Data;

/// <summary>
/// Made-up ratings with a long tail, as many as one likes: a user has an item once, and what he has follows from his tastes. Users come in groups one
/// after the other, with the rows of a group in random order, so that memory holds no more than one group.
/// </summary>
internal sealed class LongTailRows : BufferedRows
{
    private const int GroupSize = 4096;
    private const int MostDraws = 32;

    // A user has a quarter of all items at most: of the rest there are always enough to draw from.
    private const int ItemsPerRow = 4;

    private const long Start = 1_500_000_000;
    private const long Seconds = 5L * 365 * 86400;
    private readonly LongTailOptions options;
    private readonly TasteMixture tastes;
    private readonly int[] activity;
    private readonly int[] userId;
    private readonly int[] takenBy;
    private readonly List<(int User, int Item, float Rating)> group = [];
    private SeededRandom random;
    private int nextUser;
    private int place;
    private long row;

    /// <summary>Prepares the rows.</summary>
    public LongTailRows(LongTailOptions options)
        : base(Table.Columns)
    {
        this.options = options;
        activity = UserActivity.Draw(options, Math.Max(1, options.Items / ItemsPerRow));
        tastes = new TasteMixture(options);
        random = new SeededRandom(options.Seed, 3);
        userId = [.. Enumerable.Range(1, options.Users)];
        random.Shuffle<int>(userId);
        takenBy = new int[options.Items];
    }

    /// <summary>The table they fill.</summary>
    public static TableSpec Table { get; } = new(
        [
            new("UserId", CellKind.Int64, "int"),
            new("ItemId", CellKind.Int64, "int"),
            new("Rating", CellKind.Float64, "real"),
            new("RatedAt", CellKind.Int64, "bigint"),
        ],
        []);

    /// <inheritdoc/>
    public override bool Read()
    {
        if (place == group.Count && !NextGroup())
        {
            return false;
        }

        var (user, item, rating) = group[place++];
        Set(0, (long)user);
        Set(1, item + 1L);
        Set(2, (double)rating);
        Set(3, Start + (long)((double)row++ / options.Rows * Seconds));
        return true;
    }

    private bool NextGroup()
    {
        group.Clear();
        place = 0;
        Span<double> shares = new double[tastes.Count];
        for (var end = Math.Min(options.Users, nextUser + GroupSize); nextUser < end; nextUser++)
        {
            TasteMixture.DrawUser(ref random, shares);
            for (var i = 0; i < activity[nextUser]; i++)
            {
                var item = DrawItem(shares);
                takenBy[item] = nextUser + 1;
                group.Add((userId[nextUser], item, Rating(shares, item)));
            }
        }

        random.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(group));
        return group.Count > 0;
    }

    // An item that the user does not have; who has had many of those he likes takes one that he likes less.
    private int DrawItem(ReadOnlySpan<double> shares)
    {
        for (var draw = 0; draw < MostDraws; draw++)
        {
            var item = tastes.DrawItem(shares, ref random);
            if (takenBy[item] != nextUser + 1)
            {
                return item;
            }
        }

        var next = random.Next(takenBy.Length);
        while (takenBy[next] == nextUser + 1)
        {
            next = (next + 1) % takenBy.Length;
        }

        return next;
    }

    // Half stars from 0.5 to 5.
    private float Rating(ReadOnlySpan<double> shares, int item) =>
        (float)Math.Clamp(Math.Round(2 * (3 + tastes.Affinity(shares, item) + (0.7 * random.NextGaussian()))) / 2, 0.5, 5);
}
