using System.Text;
using System.Text.Json;
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
    private const int FormatWithSource = 3;

    /// <summary>Where the rows were read from; null where that is not known.</summary>
    public InteractionSource? Source { get; init; }

    /// <summary>What was done with several rows of a user and item.</summary>
    public DuplicatePolicy Duplicates { get; init; }

    /// <inheritdoc/>
    IAlgorithm IStoredModel.Algorithm => Algorithm;

    /// <inheritdoc/>
    public int Format => NewestFormat;

    /// <inheritdoc/>
    public void Save(Stream stream)
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
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
        DaysFormat.Save(writer, Data.Days);

        // Objects of a pipeline are gone when it ends.
        var source = Source is { Objects: null } ? JsonSerializer.Serialize(Source) : null;
        writer.Write(source is not null);
        if (source is not null)
        {
            writer.Write(source);
        }

        writer.Write(Duplicates.ToString());
        Recommender.Save(writer);
    }

    /// <summary>Reads what <see cref="Save(Stream)"/> wrote; by way of <see cref="StoredModels.Load"/>.</summary>
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
        var categories = (string?[]?)null;
        if (format >= FormatWithNames)
        {
            data = data with { ItemNames = LoadNames(reader) };
            categories = LoadNames(reader);
        }

        var (source, duplicates) = ((InteractionSource?)null, DuplicatePolicy.Auto);
        if (format >= FormatWithSource)
        {
            data = data with { Days = DaysFormat.Load(reader, matrix.EntryCount) };
            source = reader.ReadBoolean() ? StoredModels.ReadJson<InteractionSource>(reader) : null;
            duplicates = Enum.Parse<DuplicatePolicy>(reader.ReadString());
        }

        var recommender = algorithm.Load(reader, matrix);
        if ((recommender as IRuleModel)?.Hierarchy is { } hierarchy && categories is not null)
        {
            data = data with { Categories = new ItemCategories(hierarchy, categories!) };
        }

        return new StoredModel(algorithm, options, data, recommender) { Source = source, Duplicates = duplicates };
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
