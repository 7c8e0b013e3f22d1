using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using RecTools.Algorithms;

namespace RecTools.Training;

/// <summary>The usable rows of a source in canonical order: the same whatever the order they were read in.</summary>
/// <param name="Users">Ids of the rows of <paramref name="Matrix"/>.</param>
/// <param name="Items">Ids of its columns.</param>
/// <param name="Matrix">Values, users by items.</param>
/// <param name="Time">Time of each entry; null if the source has none.</param>
/// <param name="HasValues">Whether the source had a value column; if not, all values are 1.</param>
public sealed record Interactions(IdSet Users, IdSet Items, SparseMatrix Matrix, long[]? Time, bool HasValues)
{
    private HashSet<string>? sharedTexts;

    /// <summary>Day of each entry, counted from any start; null if the source has no time.</summary>
    public int[]? Days
    {
        get => field ?? (Time is null ? null : Array.ConvertAll(TimeScale.ToDays(Time), day => (int)Math.Floor(day)));
        init;
    }

    /// <summary>What was bought together; null where each user's items are one basket.</summary>
    public BasketData? Baskets { get; init; }

    /// <summary>What was bought together, each user's items where there is nothing else.</summary>
    public BasketSet BasketSet => Baskets?.Baskets ?? BasketSet.FromRows(Matrix);

    /// <summary>Whether the users are baskets, in a source that has no column of customers: nobody is there to recommend to.</summary>
    public bool UsersAreBaskets { get; init; }

    /// <summary>What the values look like by the name of their column: ratings, or counts of something done.</summary>
    public FeedbackKind Feedback { get; init; } = FeedbackKind.Explicit;

    /// <summary>What people call the items; null where the source does not say.</summary>
    public string?[]? ItemNames
    {
        get;
        init
        {
            field = value;
            sharedTexts = null;
        }
    }

    /// <summary>Groups of the users; null without.</summary>
    public UserGroups? Groups { get; init; }

    /// <summary>What describes the items; null without.</summary>
    public EntityFeatures? ItemFeatures { get; init; }

    /// <summary>Whether items that nobody has belong into the model too, since something describes them.</summary>
    public bool KeepsItemsWithoutRows { get; init; }

    /// <summary>What describes the users; null without.</summary>
    public EntityFeatures? UserFeatures { get; init; }

    /// <summary>Categories of the items; null without.</summary>
    public ItemCategories? Categories { get; init; }

    /// <summary>The name of an item or category, or its id where it has none; with its id behind where several items have the name.</summary>
    public string TextOf(int item)
    {
        if (item >= Items.Count)
        {
            return Categories!.Names[item - Items.Count];
        }

        return ItemNames?[item] is not { } name ? Items.Text(item) : SharedTexts.Contains(name) ? $"{name} ({Items.Text(item)})" : name;
    }

    /// <summary>Whether an item or category fits a pattern by its name, its id, or the text it is shown with.</summary>
    public bool Fits(int item, string pattern) => Wildcard.Matches(pattern, TextOf(item))
        || (item < Items.Count && (Wildcard.Matches(pattern, Items.Text(item)) || (ItemNames?[item] is { } name && Wildcard.Matches(pattern, name))));

    private HashSet<string> SharedTexts => sharedTexts ??= Enumerable.Range(0, Items.Count).Select(item => ItemNames?[item] ?? Items.Text(item))
        .CountBy(text => text, StringComparer.Ordinal).Where(pair => pair.Value > 1).Select(pair => pair.Key).ToHashSet(StringComparer.Ordinal);

    /// <summary>What an algorithm may know beside the matrix.</summary>
    /// <param name="train">What is learned from, perhaps less than <see cref="Matrix"/>.</param>
    public SideData SideFor(SparseMatrix train) => new()
    {
        Feedback = Feedback,
        Days = DaysOf(train),
        Baskets = Baskets?.Within(train),
        Groups = Groups,
        Hierarchy = Categories?.Hierarchy,
        ItemFeatures = ItemFeatures,
        UserFeatures = UserFeatures,
        Fits = Fits,
    };

    /// <summary>SHA-256 over ids, pairs, values and times in canonical order, in hexadecimal.</summary>
    public string ComputeHash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using (var ids = new MemoryStream())
        using (var writer = new BinaryWriter(ids))
        {
            // The declared type is a property of the column, not of the data in it.
            SaveIds(writer, Users);
            SaveIds(writer, Items);
            hash.AppendData(ids.GetBuffer().AsSpan(0, (int)ids.Length));
        }

        hash.AppendData(MemoryMarshal.AsBytes(Matrix.RowStart.AsSpan()));
        hash.AppendData(MemoryMarshal.AsBytes(Matrix.Column.AsSpan()));
        hash.AppendData(MemoryMarshal.AsBytes(Matrix.Value.AsSpan()));
        hash.AppendData(MemoryMarshal.AsBytes(Time.AsSpan()));
        Baskets?.AddTo(hash);
        hash.AppendData(MemoryMarshal.AsBytes((Groups?.GroupOf).AsSpan()));
        AddFeatures(hash, ItemFeatures);
        AddFeatures(hash, UserFeatures);
        foreach (var name in (ItemNames ?? []).Concat(Categories?.Names ?? []).Concat(Groups?.Names ?? []))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{name}\n"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The same rows without the users and items that have none (they came from a test source, or from rows set aside).</summary>
    public Interactions Compact()
    {
        var users = NotEmpty(Matrix);
        var inBaskets = Baskets?.Baskets.CountItems();
        var byItem = Matrix.Transpose();
        int[] items = [.. Enumerable.Range(0, byItem.RowCount).Where(item => KeepsItemsWithoutRows || byItem.CountOf(item) > 0 || inBaskets?[item] > 0)];
        if (users.Length == Matrix.RowCount && items.Length == Matrix.ColumnCount)
        {
            return this;
        }

        var place = Places(items, Matrix.ColumnCount);

        int[] rowStart = [0, .. users.Select(user => Matrix.RowStart[user + 1])];
        var column = Array.ConvertAll(Matrix.Column, item => place[item]);
        return this with
        {
            Users = Users.Subset(users),
            Items = Items.Subset(items),
            Matrix = new SparseMatrix(items.Length, rowStart, column, Matrix.Value),
            Groups = Groups?.Subset(users),
            ItemFeatures = ItemFeatures?.Subset(items),
            UserFeatures = UserFeatures?.Subset(users),
            Baskets = Baskets?.Renumber(Places(users, Matrix.RowCount), place, items.Length),
            ItemNames = ItemNames is { } names ? Array.ConvertAll(items, item => names[item]) : null,
        };
    }

    /// <summary>The same with some of the entries only, in the same order.</summary>
    /// <param name="some">The entries, of the same shape.</param>
    public Interactions With(SparseMatrix some) => this with { Matrix = some, Time = TimesOf(some) };

    private double[]? DaysOf(SparseMatrix train) => TimesOf(train) is { } times ? TimeScale.ToDays(times) : null;

    // What is learned from has entries of the matrix in the same order, and perhaps not all of them.
    private long[]? TimesOf(SparseMatrix some)
    {
        if (Time is null || some.RowCount != Matrix.RowCount)
        {
            return null;
        }

        if (ReferenceEquals(some, Matrix))
        {
            return Time;
        }

        var times = new long[some.EntryCount];
        for (var row = 0; row < some.RowCount; row++)
        {
            var from = Matrix.RowStart[row];
            for (var i = some.RowStart[row]; i < some.RowStart[row + 1]; i++)
            {
                while (Matrix.Column[from] != some.Column[i])
                {
                    from++;
                }

                times[i] = Time[from++];
            }
        }

        return times;
    }

    private static void AddFeatures(IncrementalHash hash, EntityFeatures? features)
    {
        if (features is null)
        {
            return;
        }

        hash.AppendData(MemoryMarshal.AsBytes(features.Matrix.RowStart.AsSpan()));
        hash.AppendData(MemoryMarshal.AsBytes(features.Matrix.Column.AsSpan()));
        hash.AppendData(MemoryMarshal.AsBytes(features.Matrix.Value.AsSpan()));
        foreach (var name in features.Names)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{name}\n"));
        }
    }

    private static int[] Places(int[] kept, int count)
    {
        var place = new int[count];
        for (var i = 0; i < kept.Length; i++)
        {
            place[kept[i]] = i;
        }

        return place;
    }

    private static int[] NotEmpty(SparseMatrix matrix) => [.. Enumerable.Range(0, matrix.RowCount).Where(row => matrix.CountOf(row) > 0)];

    private static void SaveIds(BinaryWriter writer, IdSet ids)
    {
        writer.Write((byte)ids.Kind);
        for (var i = 0; i < ids.Count; i++)
        {
            writer.Write(ids.Text(i));
        }
    }
}
