using RecTools.Algorithms;

namespace RecTools.Training;

/// <summary>A fitted recommender with what is needed to serve it without the source: ids, and what each user already has.</summary>
/// <param name="Algorithm">Its algorithm.</param>
/// <param name="OptionsJson">Its settings.</param>
/// <param name="Data">The rows it was fitted on, with days instead of times.</param>
/// <param name="Recommender">The fitted model.</param>
public sealed record StoredModel(IRecommenderAlgorithm Algorithm, string OptionsJson, Interactions Data, IRecommender Recommender) : IStoredModel
{
    // 'RECM' as little-endian text.
    internal const uint Mark = 0x4D434552;

    private const int NewestFormat = 3;
    private const int FormatWithNames = 2;
    private const int FormatWithDays = 3;

    /// <inheritdoc/>
    IAlgorithm IStoredModel.Algorithm => Algorithm;

    /// <inheritdoc/>
    public int Format => NewestFormat;

    /// <inheritdoc/>
    public byte[] Save()
    {
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream))
        {
            writer.Write(Mark);
            writer.Write(NewestFormat);
            writer.Write(Algorithm.Name);
            writer.Write(OptionsJson);
            writer.Write(Data.HasValues);
            Data.Users.Save(writer);
            Data.Items.Save(writer);
            SparseMatrixFormat.Save(writer, Data.Matrix);
            SaveNames(writer, Data.ItemNames);
            SaveNames(writer, Data.Categories?.Names);
            SaveDays(writer, Data.Days);
            Recommender.Save(writer);
        }

        return stream.ToArray();
    }

    /// <summary>Reads what <see cref="Save"/> wrote; by way of <see cref="StoredModels.Load"/>.</summary>
    internal static StoredModel Load(BinaryReader reader)
    {
        var format = StoredModels.ReadFormat(reader, NewestFormat);
        var algorithm = StoredModels.ReadAlgorithm<IRecommenderAlgorithm>(reader);
        var options = reader.ReadString();
        var hasValues = reader.ReadBoolean();
        var users = IdSet.Load(reader);
        var items = IdSet.Load(reader);
        var matrix = SparseMatrixFormat.Load(reader);
        var data = new Interactions(users, items, matrix, null, hasValues);
        if (format < FormatWithNames)
        {
            return new StoredModel(algorithm, options, data, algorithm.Load(reader, matrix));
        }

        data = data with { ItemNames = LoadNames(reader) };
        var categories = LoadNames(reader);
        data = data with { Days = format < FormatWithDays ? null : LoadDays(reader, matrix.EntryCount) };
        var recommender = algorithm.Load(reader, matrix);
        return (recommender as IRuleModel)?.Hierarchy is { } hierarchy && categories is not null
            ? new StoredModel(algorithm, options, data with { Categories = new ItemCategories(hierarchy, categories!) }, recommender)
            : new StoredModel(algorithm, options, data, recommender);
    }

    // Days of one user lie near each other: the differences take one or two bytes each.
    private static void SaveDays(BinaryWriter writer, int[]? days)
    {
        writer.Write(days is not null);
        var last = 0;
        foreach (var day in days ?? [])
        {
            writer.Write7BitEncodedInt(((day - last) << 1) ^ ((day - last) >> 31));
            last = day;
        }
    }

    private static int[]? LoadDays(BinaryReader reader, int count)
    {
        if (!reader.ReadBoolean())
        {
            return null;
        }

        var (days, last) = (new int[count], 0);
        for (var i = 0; i < count; i++)
        {
            var folded = reader.Read7BitEncodedInt();
            days[i] = last += (int)((uint)folded >> 1) ^ -(folded & 1);
        }

        return days;
    }

    private static void SaveNames(BinaryWriter writer, string?[]? names)
    {
        writer.Write(names?.Length ?? -1);
        foreach (var name in names ?? [])
        {
            writer.Write(name ?? "");
        }
    }

    private static string?[]? LoadNames(BinaryReader reader)
    {
        var count = reader.ReadInt32();
        var names = new List<string?>();
        for (var i = 0; i < count; i++)
        {
            names.Add(reader.ReadString() is { Length: > 0 } name ? name : null);
        }

        return count < 0 ? null : [.. names];
    }
}
